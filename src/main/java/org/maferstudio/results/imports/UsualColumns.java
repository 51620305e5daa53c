package org.maferstudio.results.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.maferstudio.expression.Expression;

/** The usual column names of tables of predictions. */
final class UsualColumns {
    /** Most specific first; {@code label} may also be the predicted class. */
    private static final Map<ImportedPredictions.Column, List<String>> USUAL = Map.of(
            ImportedPredictions.Column.SAMPLE,
            words(
                    "sample sampleid image img imagename imgname imagepath imgpath imagefile imageid picture file filename"
                            + " filepath path name input frame id key"),
            ImportedPredictions.Column.GROUP,
            words("group subject subjectid person personid video videoid sequence"),
            ImportedPredictions.Column.LABEL,
            words("truelabel trueclass trueemotion trueexpression ytrue groundtruth groundtruthlabel gtlabel gtclass"
                    + " gtemotion gt truth true actual actuallabel actualclass actualemotion target targets targetlabel"
                    + " reference expected annotation label labels emotion expression class category"),
            ImportedPredictions.Column.PREDICTED,
            words("predicted prediction predictions pred preds predictedlabel predictionlabel predlabel predictedclass"
                    + " predictionclass predclass predictedemotion predemotion predictedexpression ypred yhat output"
                    + " outputs dominantemotion dominantexpression classified classifiedas answer result top1 argmax"));

    private static final List<String> COUNTS = words("npredictions count counts frequency freq n number");

    private static final String SCORE = "p|prob|probs|proba|probability|probabilities|scores?|confidences?|conf|softmax"
            + "|logits?|outputs?|out|emotions?|expressions?|pred|preds|prediction|predictions|y_?score|y_?prob|y_?proba"
            + "|y_?pred|class|c";
    private static final Pattern BEFORE =
            Pattern.compile("(" + SCORE + ")[ _.\\-:/(\\[]+(.+?)[)\\]]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile("(.+?)[ _.\\-]+(" + SCORE + ")", Pattern.CASE_INSENSITIVE);
    private static final String TRUTH = "true|truth|gt|ground_?truth|labels?|targets?|actual|y_?true|one_?hot";
    private static final Pattern TRUTH_BEFORE =
            Pattern.compile("(" + TRUTH + ")[ _.\\-:/(\\[]+(.+?)[)\\]]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRUTH_AFTER =
            Pattern.compile("(.+?)[ _.\\-]+(" + TRUTH + ")", Pattern.CASE_INSENSITIVE);
    /** Prefixes that may be followed by any class name, such as that of a person. */
    private static final Set<String> ANY_CLASS = Set.of("p", "prob", "proba", "probability");

    private UsualColumns() {}

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }

    /** The index of a column with one of its usual names; -1 if there is none. */
    static int place(ImportedPredictions.Column column, List<String> header) {
        return place(USUAL.get(column), header);
    }

    /** The index of a column with the number of samples of a row; -1 if there is none. */
    static int count(List<String> header) {
        return place(COUNTS, header);
    }

    /** The index of the predicted class if the true class has a more specific name than {@code label}; otherwise -1. */
    static int labelBesideTruth(int trueClass, List<String> header) {
        int label = place(List.of("label", "emotion", "expression", "class"), header);
        return label == trueClass ? -1 : label;
    }

    private static int place(List<String> usual, List<String> header) {
        List<String> bare = header.stream().map(UsualColumns::bare).toList();
        return usual.stream()
                .mapToInt(bare::indexOf)
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /**
     * The columns with a score for each class: {@code p_<class>}, {@code <class>_prob}, {@code logit_0} and the like,
     * or the names of expressions.
     *
     * @param taken the indices of other columns
     */
    static List<ImportColumns.Score> scores(List<String> header, Set<Integer> taken) {
        return groups(header, taken).values().stream()
                .reduce(List.of(), (best, next) -> next.size() > best.size() ? next : best);
    }

    /**
     * The columns of a one-hot encoded true class: {@code true_<class>} and the like, or the names of expressions in
     * addition to predicted ones; empty if there are none.
     *
     * @param taken the indices of other columns
     */
    static List<ImportColumns.Score> oneHotTruth(List<String> header, Set<Integer> taken) {
        List<ImportColumns.Score> found = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            Matcher before = TRUTH_BEFORE.matcher(header.get(i));
            Matcher after = TRUTH_AFTER.matcher(header.get(i));
            String spelling = before.matches() ? before.group(2) : after.matches() ? after.group(1) : "";
            if (!taken.contains(i) && isClass(spelling)) {
                found.add(new ImportColumns.Score(i, spelling.strip()));
            }
        }
        if (isGroup("true", found)) {
            return found;
        }
        Map<String, List<ImportColumns.Score>> groups = groups(header, taken);
        return groups.size() > 1 ? groups.getOrDefault("", List.of()) : List.of();
    }

    /** The columns with a score for each class by prefix or suffix of the class name, in their order. */
    private static Map<String, List<ImportColumns.Score>> groups(List<String> header, Set<Integer> taken) {
        Map<String, List<ImportColumns.Score>> groups = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (!taken.contains(i)) {
                add(i, header.get(i), groups);
            }
        }
        groups.entrySet().removeIf(group -> !isGroup(group.getKey(), group.getValue()));
        return groups;
    }

    private static void add(int place, String name, Map<String, List<ImportColumns.Score>> groups) {
        Matcher before = BEFORE.matcher(name);
        Matcher after = AFTER.matcher(name);
        String affix = "";
        String spelling = name;
        if (before.matches()) {
            affix = before.group(1).toLowerCase(Locale.ROOT);
            spelling = before.group(2);
        } else if (after.matches()) {
            affix = after.group(2).toLowerCase(Locale.ROOT);
            spelling = after.group(1);
        }
        if (ANY_CLASS.contains(affix) || isClass(spelling)) {
            groups.computeIfAbsent(affix, key -> new ArrayList<>())
                    .add(new ImportColumns.Score(place, spelling.strip()));
        }
    }

    private static boolean isClass(String spelling) {
        return spelling.matches("\\d{1,3}") || Expression.of(spelling).isPresent();
    }

    private static boolean isGroup(String affix, List<ImportColumns.Score> scores) {
        Set<String> names = scores.stream().map(ImportColumns.Score::name).collect(Collectors.toSet());
        int least = affix.isEmpty() ? 3 : 2;
        boolean distinct = names.size() == scores.size();
        // Numbers other than 0, 1, 2, ... are not classes.
        boolean numbered = names.stream().noneMatch(name -> name.matches("\\d+"))
                || IntStream.rangeClosed(0, names.size())
                                .filter(i -> names.contains(Integer.toString(i)))
                                .count()
                        == names.size();
        return scores.size() >= least && distinct && numbered;
    }
}
