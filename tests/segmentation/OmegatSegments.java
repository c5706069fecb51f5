import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.omegat.core.segmentation.SRX;
import org.omegat.core.segmentation.Segmenter;
import org.omegat.util.Language;

/**
 * Cuts paragraphs with OmegaT's own segmenter: one a line on stdin, one segment a line on stdout, a
 * form feed on a line of its own after each paragraph. The rules are those that OmegaT finds as
 * org/omegat/core/segmentation/defaultRules.srx: put a folder before its jar to give it others.
 */
public final class OmegatSegments {
    public static void main(String[] args) throws Exception {
        Language language = new Language(args[0]);
        SRX rules = SRX.getDefault();
        Segmenter segmenter = new Segmenter();
        segmenter.setSRX(rules);
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            for (String one : segmenter.segment(language, line, null, null)) {
                out.println(one);
            }
            out.println("\f");
        }
        out.flush();
        System.err.println(rules.lookupRulesForLanguage(language).size() + " rules");
    }
}
