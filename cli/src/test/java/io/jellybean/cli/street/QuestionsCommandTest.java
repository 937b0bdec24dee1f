package io.jellybean.cli.street;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.CommandLines;
import io.jellybean.cli.CommandLines.Ran;
import io.jellybean.simulator.QuestionGrammar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionsCommandTest {

    @Test
    void listsQuestionsWordsAndAnswers() {
        assertThat(CommandLines.run("questions").out().lines()).hasSize(10).startsWith(QuestionGrammar.sentence(1, 0));
        assertThat(CommandLines.run("questions", "--words").out().lines())
                .containsExactlyElementsOf(QuestionGrammar.words());
        assertThat(CommandLines.run("questions", "--answers").out().lines())
                .containsExactlyElementsOf(QuestionGrammar.answers());
    }

    @Test
    void writesThemToAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("questions.txt");

        Ran ran = CommandLines.run("questions", "--count", "3", "--seed", "9", "--out", file.toString());

        assertThat(ran.status()).isZero();
        assertThat(Files.readAllLines(file)).hasSize(3).startsWith(QuestionGrammar.sentence(9, 0));
    }

    @Test
    void wantsOneThingAtATime() {
        Ran ran = CommandLines.run("questions", "--words", "--answers");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("--answers");
    }
}
