package io.jellybean.domain.model;

import java.util.List;

/**
 * A network that writes down speech, symbol by symbol.
 *
 * @param symbols in the order of the output; the first is CTC's blank, written as an empty text
 */
public record SpeechModel(ModelFile source, AudioInput input, String outputTensor, List<String> symbols)
        implements ModelManifest {
    public SpeechModel {
        symbols = List.copyOf(symbols);
        if (symbols.size() < 2 || !symbols.get(0).isEmpty()) {
            throw new IllegalArgumentException(
                    "model %s: labels must be \"\", which is CTC's blank, and then at least one symbol"
                            .formatted(source.id()));
        }
    }

    @Override
    public ModelTask task() {
        return ModelTask.RECOGNISE;
    }
}
