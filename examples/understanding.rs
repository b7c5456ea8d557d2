//! Measures how well messages are understood: cross-validation over the content, and the evaluation sets.
use popas::faq::{Faq, Source, Talk};
use popas::language::Language;
use popas::understanding::topics::*;
use std::collections::BTreeMap;
use std::time::Instant;

fn main() {
    let started = Instant::now();
    let faq = Faq::load(&Source::BuiltIn).unwrap();
    println!("load {:?}", started.elapsed());
    let mut settings = Settings::default();
    let mut th = Thresholds::default();
    let mut modes = vec![];
    for arg in std::env::args().skip(1) {
        let Some((key, value)) = arg.split_once('=') else {
            modes.push(arg);
            continue;
        };
        let v: f32 = value.split(',').next().unwrap().parse().unwrap();
        match key {
            "shares" => {
                for (s, v) in settings.shape.shares.iter_mut().zip(value.split(',')) {
                    *s = v.parse().unwrap();
                }
            }
            "least" => settings.shape.least = v as u32,
            "longest" => settings.shape.longest = v as usize,
            "shortest" => settings.shape.shortest = v as usize,
            "power" => settings.shape.power = v,
            "own" => settings.training.cost_own = v,
            "other" => settings.training.cost_other = v,
            "passes" => settings.training.passes = v as usize,
            "T" => th.steepness = v,
            "answer" => th.answer = v,
            "margin" => th.margin = v,
            "offer" => th.offer = v,
            "talk" => th.talk = v,
            _ => panic!("{key}"),
        }
    }
    let all_topics = topics(&faq);
    let all = samples(&faq, &all_topics);
    let started = Instant::now();
    let c = Topics::learn_from(&faq, all_topics.clone(), &all, settings, th);
    println!(
        "train {:?} {} texts {} features {} classes",
        started.elapsed(),
        all.len(),
        c.features(),
        all_topics.len()
    );
    if modes.iter().any(|m| m == "lang") || modes.is_empty() {
        lang(&faq, modes.iter().any(|m| m == "show"));
    }
    if modes.iter().any(|m| m == "dev") || modes.is_empty() {
        dev(&c, &all_topics, modes.iter().any(|m| m == "show"));
    }
    if modes.iter().any(|m| m == "cv") || modes.is_empty() {
        cv(&faq, &all_topics, &all, settings, th);
    }
}

fn bump(t: &mut BTreeMap<(String, String), (usize, usize)>, lang: &str, what: &str, hit: bool) {
    for l in [lang, "all"] {
        let e = t.entry((l.to_string(), what.to_string())).or_default();
        e.0 += hit as usize;
        e.1 += 1;
    }
}

fn print(t: &BTreeMap<(String, String), (usize, usize)>) {
    let cols: std::collections::BTreeSet<&String> = t.keys().map(|k| &k.1).collect();
    print!("{:4}", "");
    for c in &cols {
        print!("{c:>10}");
    }
    println!();
    for l in ["en", "ro", "ru", "uk", "tr", "az", "all"] {
        print!("{l:4}");
        for c in &cols {
            let (a, b) = t.get(&(l.to_string(), c.to_string())).copied().unwrap_or((0, 1));
            print!("{:>10.3}", a as f32 / b as f32);
        }
        println!();
    }
}

fn dev(c: &Topics, topics: &[Topic], show: bool) {
    let mut t = BTreeMap::new();
    for lang in Language::ALL {
        let file = std::fs::read_to_string(format!("/work/shared/eval/{lang}.dev.jsonl")).unwrap();
        for line in file.lines().filter(|l| !l.trim().is_empty()) {
            let v: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = v["text"].as_str().unwrap();
            let hints = Hints { place: v["office"].is_string(), stay_dates: false };
            let j = c.judge(text, hints);
            let lang = lang.code();
            let s = c.scores(text);
            let best = (0..s.len()).max_by(|a, b| s[*a].total_cmp(&s[*b])).unwrap();
            let answered: Option<String> = match &j.verdict {
                Verdict::Answer(e) => Some(e.to_string()),
                Verdict::Talk(Talk::Days) => Some("stay-90-180".into()),
                Verdict::Talk(Talk::Office) => Some("one-stop-shops".into()),
                _ => None,
            };
            let mut bad = "";
            let expected;
            if let Some(ok) = v["ok"].as_array() {
                let ok: Vec<&str> = ok.iter().map(|s| s.as_str().unwrap()).collect();
                expected = format!("{ok:?}{}", v["why"].as_str().unwrap_or(""));
                if ok.is_empty() {
                    bump(&mut t, lang, "oos-answ", answered.is_some());
                    bump(&mut t, lang, "oos-offer", matches!(j.verdict, Verdict::Choices(_)));
                    if answered.is_some() {
                        bad = "OOS";
                    } else if matches!(j.verdict, Verdict::Choices(_)) {
                        bad = "oos-offered";
                    }
                } else {
                    let right = answered.as_deref().is_some_and(|a| ok.contains(&a));
                    let offered =
                        matches!(&j.verdict, Verdict::Choices(c) if c.iter().any(|e| ok.contains(&e.as_str())));
                    bump(
                        &mut t,
                        lang,
                        "q-argmax",
                        matches!(&topics[best], Topic::Entry(e) if ok.contains(&e.as_str())),
                    );
                    bump(&mut t, lang, "q-right", right);
                    bump(&mut t, lang, "q-r/offered", right || offered);
                    bump(&mut t, lang, "q-wrong", answered.is_some() && !right);
                    if answered.is_some() && !right {
                        bad = "WRONG";
                    } else if !right && !offered {
                        bad = "missed";
                    } else if !right {
                        bad = "offered";
                    }
                }
            } else if let Some(kind) = v["kind"].as_str() {
                expected = kind.to_string();
                let hit = matches!(&j.verdict, Verdict::Talk(t) if t.section() == kind);
                bump(&mut t, lang, "talk", hit);
                if !hit {
                    bad = "TALK";
                }
            } else {
                expected = v["office"].as_str().unwrap().to_string();
                let hit =
                    matches!(&j.verdict, Verdict::Talk(Talk::Office)) || answered.as_deref() == Some("one-stop-shops");
                bump(&mut t, lang, "place", hit);
                if !hit {
                    bad = "PLACE";
                }
            }
            if show && !bad.is_empty() {
                let r: Vec<String> = j
                    .ranked
                    .iter()
                    .take(4)
                    .map(|s| {
                        format!(
                            "{}:{:.2}",
                            match &s.what {
                                Topic::Entry(e) => e.to_string(),
                                Topic::Talk(t) => format!("#{}", t.section()),
                            },
                            s.score
                        )
                    })
                    .collect();
                println!("{bad:8} {lang} {text} | {expected} | {}", r.join(" "));
            }
        }
    }
    print(&t);
}

fn cv(faq: &Faq, all_topics: &[Topic], all: &[Sample], settings: Settings, th: Thresholds) {
    let folds = 5;
    let mut t = BTreeMap::new();
    let mut logs = Vec::new();
    for fold in 0..folds {
        let train: Vec<Sample> =
            all.iter().enumerate().filter(|(i, _)| mix(*i) % folds != fold).map(|(_, s)| *s).collect();
        let m = Topics::learn_from(faq, all_topics.to_vec(), &train, settings, th);
        for (_, sample) in all.iter().enumerate().filter(|(i, _)| mix(*i) % folds == fold) {
            let s = m.scores(sample.text);
            let best = (0..s.len()).max_by(|a, b| s[*a].total_cmp(&s[*b])).unwrap();
            let lang = sample.language.code();
            let topic = &all_topics[sample.class];
            let j = m.judge(sample.text, Hints::default());
            let answered: Option<String> = match &j.verdict {
                Verdict::Answer(e) => Some(e.to_string()),
                Verdict::Talk(Talk::Days) => Some("stay-90-180".into()),
                Verdict::Talk(Talk::Office) => Some("one-stop-shops".into()),
                _ => None,
            };
            match topic {
                Topic::Entry(id) => {
                    bump(&mut t, lang, "q-argmax", best == sample.class);
                    let right = answered.as_deref() == Some(id.as_str());
                    bump(&mut t, lang, "q-right", right);
                    bump(
                        &mut t,
                        lang,
                        "q-r/offered",
                        right || matches!(&j.verdict, Verdict::Choices(c) if c.contains(id)),
                    );
                    bump(&mut t, lang, "q-wrong", answered.is_some() && !right);
                }
                Topic::Talk(talk) if talk.is_outside() => {
                    bump(&mut t, lang, &format!("a-{}", talk.section()), answered.is_some());
                    bump(&mut t, lang, "oos-answ", answered.is_some());
                    bump(&mut t, lang, "oos-offer", matches!(j.verdict, Verdict::Choices(_)));
                }
                Topic::Talk(Talk::Office) => bump(&mut t, lang, "place", answered.as_deref() == Some("one-stop-shops")),
                Topic::Talk(Talk::Days) => bump(&mut t, lang, "days", answered.as_deref() == Some("stay-90-180")),
                Topic::Talk(talk) => bump(&mut t, lang, "talk", j.verdict == Verdict::Talk(*talk)),
            }
            logs.push((s, sample.class));
        }
    }
    print(&t);
    for t in [3.0, 4.0, 5.0, 6.0] {
        let ll: f32 = logs
            .iter()
            .map(|(s, c)| {
                let m = s.iter().cloned().fold(f32::MIN, f32::max);
                let z: f32 = s.iter().map(|x| ((x - m) * t).exp()).sum();
                -((s[*c] - m) * t - z.ln())
            })
            .sum::<f32>()
            / logs.len() as f32;
        print!("T{t} ll {ll:.4}  ");
    }
    println!();
}
fn mix(i: usize) -> usize {
    (i as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_right(32) as usize
}

fn lang(faq: &Faq, show: bool) {
    let started = Instant::now();
    let d = popas::understanding::language::Detector::learn(faq);
    println!("detector {:?}", started.elapsed());
    let mut t = BTreeMap::new();
    for lang in Language::ALL {
        let file = std::fs::read_to_string(format!("/work/shared/eval/{lang}.dev.jsonl")).unwrap();
        for line in file.lines().filter(|l| !l.trim().is_empty()) {
            let v: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = v["text"].as_str().unwrap();
            let g = d.detect(text, None);
            bump(&mut t, lang.code(), "lang", g.language() == Some(lang));
            if show && g.language() != Some(lang) {
                println!("LANG {lang} {g:?} {text}");
            }
        }
    }
    print(&t);
}
