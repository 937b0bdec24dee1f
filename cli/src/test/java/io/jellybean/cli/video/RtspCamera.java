package io.jellybean.cli.video;

import io.jellybean.cli.source.Images;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;

/**
 * A camera on 127.0.0.1 that speaks as much RTSP (RFC 2326) as a client needs that wants everything over one TCP connection. ffmpeg
 * makes the RTP packets and sends them here over UDP.
 */
public final class RtspCamera implements AutoCloseable {

    public static final int WIDTH = 320;
    public static final int HEIGHT = 180;

    private static final int FRAMES_PER_SECOND = 20;
    private static final int MOST_DATAGRAM_BYTES = 65_536;
    private static final String SDP = """
            v=0
            o=- 0 0 IN IP4 127.0.0.1
            s=test
            c=IN IP4 127.0.0.1
            t=0 0
            m=video 0 RTP/AVP 96
            a=rtpmap:96 H264/90000
            a=fmtp:96 packetization-mode=1
            a=control:video
            """.replace("\n", "\r\n");

    private final ServerSocket server;
    private final List<Socket> clients = new ArrayList<>();
    private volatile boolean open = true;

    /** Switches the camera on at a free port. */
    public RtspCamera() throws IOException {
        server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        start(this::serve);
    }

    public String url() {
        return "rtsp://127.0.0.1:%d/stream".formatted(server.getLocalPort());
    }

    /** Breaks all connections; new ones are welcome. */
    public void hangUp() throws IOException {
        synchronized (clients) {
            for (Socket client : clients) {
                client.close();
            }
            clients.clear();
        }
    }

    @Override
    public void close() throws IOException {
        open = false;
        server.close();
        hangUp();
    }

    private void serve() throws IOException {
        while (open) {
            Socket client = server.accept();
            synchronized (clients) {
                clients.add(client);
            }
            start(() -> answer(client));
        }
    }

    private void answer(Socket client) throws IOException {
        OutputStream out = client.getOutputStream();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String method = line.split(" ", 2)[0];
            String sequence = "";
            for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                sequence = header.startsWith("CSeq:") ? header : sequence;
            }
            out.write(response(method, sequence).getBytes(StandardCharsets.US_ASCII));
            if (method.equals("PLAY")) {
                play(client, out);
            }
        }
    }

    private String response(String method, String sequence) {
        String head = "RTSP/1.0 200 OK\r\n%s\r\nSession: 1\r\n".formatted(sequence);
        return switch (method) {
            case "OPTIONS" -> head + "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n\r\n";
            case "DESCRIBE" ->
                head
                        + "Content-Base: %s/\r\nContent-Type: application/sdp\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(url(), SDP.length(), SDP);
            case "SETUP" -> head + "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
            default -> head + "\r\n";
        };
    }

    /** Passes packets on until the client is gone. */
    private void play(Socket client, OutputStream out) throws IOException {
        try (DatagramSocket packets = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            start(() -> film(client, packets.getLocalPort()));
            byte[] bytes = new byte[MOST_DATAGRAM_BYTES];
            while (!client.isClosed()) {
                DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
                packets.receive(packet);
                int length = packet.getLength();
                synchronized (out) {
                    out.write(new byte[] {'$', 0, (byte) (length >> 8), (byte) length});
                    out.write(bytes, 0, length);
                }
            }
        }
    }

    private void film(Socket client, int port) throws IOException, InterruptedException {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder("rtp://127.0.0.1:" + port, WIDTH, HEIGHT);
                Java2DFrameConverter converter = new Java2DFrameConverter()) {
            recorder.setFormat("rtp");
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
            recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            recorder.setFrameRate(FRAMES_PER_SECOND);
            recorder.setGopSize(FRAMES_PER_SECOND / 2);
            recorder.setVideoBitrate(1_000_000);
            recorder.start();
            for (int i = 0; open && !client.isClosed(); i++) {
                recorder.record(converter.convert(Images.square(WIDTH, HEIGHT, i % WIDTH)));
                Thread.sleep(1_000 / FRAMES_PER_SECOND);
            }
        }
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException clientHasGone) {
                // and so does the thread
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Something that ends with its client. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
