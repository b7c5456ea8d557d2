//! Findings in three forms. All name file, line, column, rule, what is wrong and the way out.

use super::{Format, Report};
use crate::commands::write_out;
use crate::faq::Problem;

pub(super) fn print(report: &Report, format: Format) -> anyhow::Result<()> {
    let text = match format {
        Format::Text => text(report),
        Format::Json => serde_json::to_string(report)? + "\n",
        Format::Github => github(report),
    };
    Ok(write_out(text)?)
}

fn text(report: &Report) -> String {
    let findings = report.findings.iter().map(|problem| format!("{problem}\n"));
    let warnings = report.warnings.iter().map(|problem| format!("warning: {problem}\n"));
    let all: String = findings.chain(warnings).collect();
    if report.findings.is_empty() { all + "fit to publish\n" } else { all }
}

fn github(report: &Report) -> String {
    let findings = report.findings.iter().map(|problem| note("error", problem));
    let warnings = report.warnings.iter().map(|problem| note("warning", problem));
    findings.chain(warnings).collect()
}

/// A workflow command: a note beside the line in a pull request.
fn note(level: &str, problem: &Problem) -> String {
    let Problem { file, line, column, rule, message, way_out } = problem;
    let words = escaped(&format!("{message}\n{way_out}"));
    format!("::{level} file={},line={line},col={column},title={rule}::{words}\n", property(file))
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        let problem = |rule| Problem {
            file: "faq/a,b.md".into(),
            line: 3,
            column: 5,
            rule,
            message: "100 % wrong".into(),
            way_out: "mend it".into(),
        };
        Report { findings: vec![problem("unknown-id")], warnings: vec![problem("review-due")] }
    }

    #[test]
    fn people_read_place_rule_and_way_out() {
        let expected = "faq/a,b.md:3:5: unknown-id: 100 % wrong\n    mend it\n\
                        warning: faq/a,b.md:3:5: review-due: 100 % wrong\n    mend it\n";
        assert_eq!(text(&report()), expected);
        assert_eq!(text(&Report::default()), "fit to publish\n");
    }

    #[test]
    fn a_pull_request_gets_notes_that_cannot_be_broken_out_of() {
        let expected = "::error file=faq/a%2Cb.md,line=3,col=5,title=unknown-id::100 %25 wrong%0Amend it\n\
                        ::warning file=faq/a%2Cb.md,line=3,col=5,title=review-due::100 %25 wrong%0Amend it\n";
        assert_eq!(github(&report()), expected);
    }
}
