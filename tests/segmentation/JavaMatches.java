import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds expressions in texts with Java's own engine: on stdin an expression and a text, parted by
 * a tab, on each line, \n in the text standing for a line break; on stdout the offsets of the
 * matches, such as «0-2 5-6», or what is wrong with the expression.
 */
public final class JavaMatches {
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] parts = line.split("\t", 2);
            try {
                String text = parts[1].replace("\\n", "\n");
                Matcher found = Pattern.compile(parts[0], Pattern.UNICODE_CASE).matcher(text);
                StringBuilder spans = new StringBuilder();
                while (found.find()) {
                    int start = text.codePointCount(0, found.start());
                    int end = text.codePointCount(0, found.end());
                    spans.append(spans.length() > 0 ? " " : "").append(start + "-" + end);
                }
                out.println(spans);
            } catch (IllegalArgumentException error) {
                out.println("wrong");
            }
        }
        out.flush();
    }
}
