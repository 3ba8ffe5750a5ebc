package io.quittance.kpi.measurement;

import static io.quittance.kpi.Direction.HIGHER;
import static io.quittance.kpi.Direction.INFORMATIONAL;
import static io.quittance.kpi.Direction.LOWER;

import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;
import java.math.BigDecimal;
import java.util.List;

/**
 * Ready-made measures of a billing and receivables department: what others measure and it is judged by. Percentages, grades and points of a period are means weighted by sample size, counts,
 * hours and amounts are sums, unless it says that the last counts. A period of which nothing was recorded has no value: record 0 where there was none.
 */
public final class Measurements {
    private static final String ANY =
            "nothing was recorded (NO_MEASUREMENTS); the sample is too small (TOO_FEW_ANSWERS); the whole beside parts (MIXED_SCOPES)";
    private static final String ADDED_UP = ANY + "; periods that overlap (MIXED_PERIODS)";

    /** Satisfaction of clients: {@link Answers#topGrades} of the two best grades. */
    public static final Measure CSAT =
            percent("csat", "Client satisfaction", HIGHER, "answers of the two best grades / answers × 100", "survey");

    /** The mean grade of clients from 1 to 5. */
    public static final Measure CSAT_MEAN =
            score5("csat.mean", "Client satisfaction, mean grade", HIGHER, "mean of the grades from 1 to 5", "survey");

    /** Satisfaction with training. */
    public static final Measure CSAT_TRAINING = percent(
            "csat.training",
            "Satisfaction with training",
            HIGHER,
            "answers of the two best grades / answers × 100",
            "survey");

    /** How many of those asked answered; the sample size is how many were asked. */
    public static final Measure CSAT_RESPONSE_RATE = percent(
            "csat.response-rate", "Response rate of surveys", HIGHER, "answers / persons asked × 100", "survey");

    /** How many would recommend: {@link Answers#netPromoterScore}, from -100 to 100. */
    public static final Measure NPS = nps(
            "nps", "Net promoter score", HIGHER, "percent of answers 9 and 10 - percent of answers 0 to 6", "survey");

    /** Ratings by clients from 1 to 5. */
    public static final Measure FEEDBACK_CLIENTS = leading(
            score5("feedback.clients", "Feedback from clients", HIGHER, "mean of the grades from 1 to 5", "ratings"));

    /** Ratings by the team from 1 to 5. */
    public static final Measure FEEDBACK_TEAM = leading(
            score5("feedback.team", "Feedback from the team", HIGHER, "mean of the grades from 1 to 5", "ratings"));

    /** Ratings by peers from 1 to 5. */
    public static final Measure FEEDBACK_PEERS = leading(
            score5("feedback.peers", "Feedback from peers", HIGHER, "mean of the grades from 1 to 5", "ratings"));

    /** Ratings by the supervisor from 1 to 5. */
    public static final Measure FEEDBACK_SUPERVISOR = leading(score5(
            "feedback.supervisor",
            "Feedback from the supervisor",
            HIGHER,
            "mean of the grades from 1 to 5",
            "ratings"));

    /** Ratings by users of the systems from 1 to 5. */
    public static final Measure FEEDBACK_USERS = leading(score5(
            "feedback.users",
            "Feedback from users of the systems",
            HIGHER,
            "mean of the grades from 1 to 5",
            "ratings"));

    /** Ratings by staff from 1 to 5. */
    public static final Measure FEEDBACK_STAFF = leading(
            score5("feedback.staff", "Feedback from staff", HIGHER, "mean of the grades from 1 to 5", "ratings"));

    /** The share of ratings that are positive. */
    public static final Measure FEEDBACK_POSITIVE = leading(percent(
            "feedback.positive", "Positive feedback", HIGHER, "ratings that are positive / ratings × 100", "ratings"));

    /** How many comments came in; what they say is not judged. */
    public static final Measure FEEDBACK_COMMENTS =
            count("feedback.comments", "Comments received", INFORMATIONAL, "number of comments", "ratings");

    /** Documents without findings; the sample size is how many were checked. */
    public static final Measure DOCS_ACCURACY = percent(
            "docs.accuracy",
            "Accuracy of documentation",
            HIGHER,
            "documents that passed the check / documents checked × 100",
            "sample check");

    /** Improvements that were implemented. */
    public static final Measure PROCESS_IMPROVEMENTS = leading(count(
            "process.improvements",
            "Improvements implemented",
            HIGHER,
            "number of improvements implemented",
            "register of improvements"));

    /** How many of the proposed improvements were implemented; the sample size is how many were proposed. */
    public static final Measure PROCESS_IMPROVEMENTS_SHARE = leading(percent(
            "process.improvements.share",
            "Proposed improvements implemented",
            HIGHER,
            "improvements implemented / improvements proposed × 100",
            "register of improvements"));

    /** Improvements that nobody had asked for. */
    public static final Measure PROCESS_SELF_INITIATED = leading(count(
            "process.self-initiated",
            "Self-initiated improvements",
            HIGHER,
            "number of improvements that the person or team initiated",
            "register of improvements"));

    /** Techniques newly in use. */
    public static final Measure PROCESS_NEW_TECHNIQUES = leading(count(
            "process.new-techniques",
            "New techniques adopted",
            HIGHER,
            "number of techniques newly in use",
            "register of improvements"));

    /** Technologies newly in use. */
    public static final Measure PROCESS_NEW_TECHNOLOGIES = leading(count(
            "process.new-technologies",
            "New technologies adopted",
            HIGHER,
            "number of technologies newly in use",
            "register of improvements"));

    /** Recommendations from reports and analyses that were implemented. */
    public static final Measure PROCESS_RECOMMENDATIONS = leading(count(
            "process.recommendations",
            "Recommendations implemented",
            HIGHER,
            "number of recommendations implemented",
            "register of improvements"));

    /** What is saved against a baseline; negative where more was spent. */
    public static final Measure PROCESS_COST_SAVINGS = money(
            "process.cost-savings",
            "Cost savings",
            HIGHER,
            "baseline cost at the volume of the period - actual cost",
            "controlling");

    /** What is saved, in percent of the baseline; negative where more was spent. */
    public static final Measure PROCESS_COST_SAVINGS_SHARE = change(
            "process.cost-savings.share",
            "Cost savings in percent",
            HIGHER,
            "(baseline cost at the volume of the period - actual cost) / baseline cost × 100",
            "controlling");

    /** By how much productivity rose after training; that training is the reason is a claim of the source. */
    public static final Measure PRODUCTIVITY_TRAINING = change(
            "productivity.training",
            "Productivity gained by training",
            HIGHER,
            "(productivity after - productivity before) / productivity before × 100",
            "training register");

    /** By how much revenue rose; that analysis is the reason is a claim of the source. */
    public static final Measure REVENUE_ANALYSIS = change(
            "revenue.analysis",
            "Revenue gained by analysis",
            HIGHER,
            "(revenue - baseline revenue) / baseline revenue × 100",
            "controlling");

    /** Insights that can be acted upon. */
    public static final Measure INSIGHTS = leading(count(
            "insights.count", "Actionable insights", HIGHER, "number of insights logged", "register of insights"));

    /** Trends that were identified. */
    public static final Measure TRENDS = leading(
            count("insights.trends", "Trends identified", HIGHER, "number of trends logged", "register of insights"));

    /** Audits passed without conditions; the sample size is how many were completed. */
    public static final Measure AUDIT_PASSED = percent(
            "audit.passed",
            "Compliance audits passed",
            HIGHER,
            "audits passed / audits completed × 100",
            "audit reports");

    /** Audits passed on conditions, which are not in {@link #AUDIT_PASSED}. */
    public static final Measure AUDIT_CONDITIONAL = percent(
            "audit.conditional",
            "Compliance audits passed on conditions",
            LOWER,
            "audits passed on conditions / audits completed × 100",
            "audit reports");

    /** Findings of any severity; none is recorded as 0. */
    public static final Measure AUDIT_FINDINGS =
            count("audit.findings", "Audit findings", LOWER, "number of findings raised", "audit reports");

    /** Significant findings; none is recorded as 0. */
    public static final Measure AUDIT_FINDINGS_SIGNIFICANT = count(
            "audit.findings.significant",
            "Significant audit findings",
            LOWER,
            "number of significant findings raised",
            "audit reports");

    /** Findings that are not closed yet; the last count of a period counts. */
    public static final Measure AUDIT_FINDINGS_OPEN = open(
            "audit.findings.open",
            "Audit findings still open",
            LOWER,
            "number of findings that are open on the last day",
            "audit reports");

    /** Controls of privacy and other rules that work; the sample size is how many were tested. */
    public static final Measure COMPLIANCE_INDEX = percent(
            "compliance.index", "Compliance index", HIGHER, "controls passed / controls tested × 100", "control tests");

    /** Breaches of rules; none is recorded as 0. */
    public static final Measure COMPLIANCE_INCIDENTS = count(
            "compliance.incidents", "Compliance incidents", LOWER, "number of incidents", "register of incidents");

    /** Training on regulations completed in time; the sample size is how many were assigned. */
    public static final Measure TRAINING_COMPLETION = leading(percent(
            "training.completion",
            "Training on regulations completed",
            HIGHER,
            "completed by the due date / assigned × 100, without those who left",
            "training register"));

    /** Training on systems completed in time; the sample size is how many were assigned. */
    public static final Measure TRAINING_SYSTEMS = leading(percent(
            "training.systems",
            "Training on systems completed",
            HIGHER,
            "completed by the due date / assigned × 100, without those who left",
            "training register"));

    /** Hours of training; a person can be the scope. */
    public static final Measure TRAINING_HOURS =
            leading(hours("training.hours", "Hours of training", HIGHER, "sum of hours", "training register"));

    /** Courses attended; a person can be the scope. */
    public static final Measure TRAINING_COURSES = leading(
            count("training.courses", "Courses attended", HIGHER, "number of courses attended", "training register"));

    /** Certifications obtained; a person can be the scope. */
    public static final Measure TRAINING_CERTIFICATIONS = leading(count(
            "training.certifications",
            "Certifications",
            HIGHER,
            "number of certifications obtained",
            "training register"));

    /** What training adds to the score of a test of 100 points, from -100 to 100. */
    public static final Measure TRAINING_EFFECTIVENESS = leading(points(
            "training.effectiveness",
            "Effectiveness of training",
            HIGHER,
            "test score after training - test score before, of 100",
            "test scores"));

    /** Who still knows it weeks later; the sample size is how many took part. */
    public static final Measure TRAINING_TRANSFER = leading(percent(
            "training.transfer",
            "Knowledge transfer rate",
            HIGHER,
            "participants who passed the later test / participants × 100",
            "test scores"));

    /** Projects with other departments that were completed. */
    public static final Measure PROJECTS_CROSS_FUNCTIONAL = count(
            "projects.cross-functional",
            "Cross-functional projects completed",
            HIGHER,
            "number of projects completed",
            "project register");

    /** The last evaluation from 0 to 100 points; a vendor is the scope. */
    public static final Measure VENDOR_SCORE = score100(
            "vendor.score",
            "Vendor evaluation",
            HIGHER,
            "sum of weight × score / sum of weights, of 100",
            "vendor evaluation");

    /** What is saved with vendors against a baseline; negative where more was spent. */
    public static final Measure VENDOR_COST_SAVINGS = money(
            "vendor.cost-savings",
            "Savings with vendors",
            HIGHER,
            "baseline cost at the volume of the period - actual cost",
            "controlling");

    /** Goals met; the sample size is how many were due. */
    public static final Measure GOALS_RATE =
            percent("goals.rate", "Goals achieved", HIGHER, "goals met / goals due × 100", "goal agreement");

    /** Goals that serve those of the company; the sample size is how many there are. */
    public static final Measure GOALS_ALIGNMENT = percent(
            "goals.alignment",
            "Alignment with the goals of the company",
            HIGHER,
            "goals that serve a goal of the company / goals × 100",
            "goal agreement");

    /** How much of the agreed time systems were up; agreed hours as the sample size weigh it. */
    public static final Measure SYSTEM_UPTIME = percent(
            "system.uptime", "Uptime of systems", HIGHER, "(agreed time - downtime) / agreed time × 100", "monitoring");

    /** Hours of operation for each failure; failures as the sample size weigh it. */
    public static final Measure SYSTEM_MTBF =
            mtbf("system.mtbf", "Mean time between failures", HIGHER, "hours of operation / failures", "monitoring");

    private static final List<Measure> ALL = List.of(
            CSAT,
            CSAT_MEAN,
            CSAT_TRAINING,
            CSAT_RESPONSE_RATE,
            NPS,
            FEEDBACK_CLIENTS,
            FEEDBACK_TEAM,
            FEEDBACK_PEERS,
            FEEDBACK_SUPERVISOR,
            FEEDBACK_USERS,
            FEEDBACK_STAFF,
            FEEDBACK_POSITIVE,
            FEEDBACK_COMMENTS,
            DOCS_ACCURACY,
            PROCESS_IMPROVEMENTS,
            PROCESS_IMPROVEMENTS_SHARE,
            PROCESS_SELF_INITIATED,
            PROCESS_NEW_TECHNIQUES,
            PROCESS_NEW_TECHNOLOGIES,
            PROCESS_RECOMMENDATIONS,
            PROCESS_COST_SAVINGS,
            PROCESS_COST_SAVINGS_SHARE,
            PRODUCTIVITY_TRAINING,
            REVENUE_ANALYSIS,
            INSIGHTS,
            TRENDS,
            AUDIT_PASSED,
            AUDIT_CONDITIONAL,
            AUDIT_FINDINGS,
            AUDIT_FINDINGS_SIGNIFICANT,
            AUDIT_FINDINGS_OPEN,
            COMPLIANCE_INDEX,
            COMPLIANCE_INCIDENTS,
            TRAINING_COMPLETION,
            TRAINING_SYSTEMS,
            TRAINING_HOURS,
            TRAINING_COURSES,
            TRAINING_CERTIFICATIONS,
            TRAINING_EFFECTIVENESS,
            TRAINING_TRANSFER,
            PROJECTS_CROSS_FUNCTIONAL,
            VENDOR_SCORE,
            VENDOR_COST_SAVINGS,
            GOALS_RATE,
            GOALS_ALIGNMENT,
            SYSTEM_UPTIME,
            SYSTEM_MTBF);

    private Measurements() {}

    /** All of them, by subject. */
    public static List<Measure> all() {
        return ALL;
    }

    private static Measure percent(String id, String name, Direction better, String formula, String source) {
        return bounded(mean(id, name, KpiUnit.PERCENT, better, formula, source), 0, 100);
    }

    /** A change in percent has no bounds. */
    private static Measure change(String id, String name, Direction better, String formula, String source) {
        return mean(id, name, KpiUnit.PERCENT, better, formula, source);
    }

    private static Measure score5(String id, String name, Direction better, String formula, String source) {
        return bounded(mean(id, name, KpiUnit.POINTS, better, formula, source), 1, 5);
    }

    private static Measure nps(String id, String name, Direction better, String formula, String source) {
        return bounded(mean(id, name, KpiUnit.POINTS, better, formula, source), -100, 100);
    }

    private static Measure points(String id, String name, Direction better, String formula, String source) {
        return bounded(mean(id, name, KpiUnit.POINTS, better, formula, source), -100, 100);
    }

    private static Measure score100(String id, String name, Direction better, String formula, String source) {
        return bounded(last(id, name, KpiUnit.POINTS, better, formula, source), 0, 100);
    }

    private static Measure mtbf(String id, String name, Direction better, String formula, String source) {
        return notNegative(mean(id, name, KpiUnit.HOURS, better, formula, source));
    }

    private static Measure count(String id, String name, Direction better, String formula, String source) {
        return sum(id, name, KpiUnit.COUNT, better, formula, source);
    }

    private static Measure open(String id, String name, Direction better, String formula, String source) {
        return last(id, name, KpiUnit.COUNT, better, formula, source);
    }

    private static Measure hours(String id, String name, Direction better, String formula, String source) {
        return notNegative(sum(id, name, KpiUnit.HOURS, better, formula, source));
    }

    private static Measure money(String id, String name, Direction better, String formula, String source) {
        return sum(id, name, KpiUnit.MONEY, better, formula, source);
    }

    private static Measure mean(String id, String name, KpiUnit unit, Direction better, String formula, String source) {
        return Measure.of(
                KpiDefinition.of(id, name, unit, better, formula + "; weighted by sample size")
                        .undefinedWhen(ADDED_UP)
                        .definedBy(source),
                Aggregation.MEAN);
    }

    private static Measure sum(String id, String name, KpiUnit unit, Direction better, String formula, String source) {
        return Measure.of(
                KpiDefinition.of(id, name, unit, better, formula + "; added up")
                        .undefinedWhen(
                                unit == KpiUnit.MONEY ? ADDED_UP + "; several currencies (MIXED_CURRENCIES)" : ADDED_UP)
                        .definedBy(source),
                Aggregation.SUM);
    }

    private static Measure last(String id, String name, KpiUnit unit, Direction better, String formula, String source) {
        return Measure.of(
                KpiDefinition.of(id, name, unit, better, formula + "; the last")
                        .undefinedWhen(ANY + "; of several parts (SEVERAL_SCOPES)")
                        .definedBy(source),
                Aggregation.LAST);
    }

    private static Measure bounded(Measure any, long least, long most) {
        return any.between(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    private static Measure notNegative(Measure any) {
        return new Measure(any.definition(), any.aggregation(), BigDecimal.ZERO, null, false, 1);
    }

    private static Measure leading(Measure any) {
        return new Measure(
                any.definition().leading(), any.aggregation(), any.least(), any.most(), any.whole(), any.leastSample());
    }
}
