package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A key of this machine that was signed by nobody else, and a store of those who trust it. RSA: the ciphers that Flink allows ask for it. */
record Certificates(Path folder, String password) {

    /** Makes both; the password reaches the JDK's tool in a file. */
    static Certificates make(Path folder, String password) throws IOException, InterruptedException {
        Certificates made = new Certificates(folder, password);
        Files.writeString(folder.resolve("password"), password);
        made.keytool(
                "keys.p12",
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-validity",
                "2",
                "-dname",
                "CN=street",
                "-ext",
                "SAN=IP:127.0.0.1,DNS:localhost");
        Path certificate = folder.resolve("street.crt");
        made.keytool("keys.p12", "-exportcert", "-file", certificate.toString());
        made.keytool("trusted.p12", "-importcert", "-noprompt", "-file", certificate.toString());
        return made;
    }

    Path keys() {
        return folder.resolve("keys.p12");
    }

    Path trusted() {
        return folder.resolve("trusted.p12");
    }

    private void keytool(String store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-alias",
                "street",
                "-keystore",
                folder.resolve(store).toString(),
                "-storetype",
                "PKCS12",
                "-storepass:file",
                folder.resolve("password").toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("keytool.log")))
                .isZero();
    }
}
