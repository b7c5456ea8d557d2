//! Measures how well messages are understood: cross-validation over the content, and the evaluation sets.
use popas::faq::{Faq, Source, Talk};
use popas::language::Language;
use popas::understanding::topics::*;
use std::collections::BTreeMap;
use std::time::Instant;

fn main() {
    let started = Instant::now();
    let faq = Faq::load(&Source::Folder("/work/trees/topics/faq".into())).unwrap_or_else(|problems| panic!("{problems}"));
    println!("load {:?}", started.elapsed());
    let mut settings = Settings::default();
    let mut th = Thresholds::default();
    let mut frac = 1.0f32;
    let mut modes = vec![];
    for arg in std::env::args().skip(1) {
        let Some((key, value)) = arg.split_once('=') else { modes.push(arg); continue };
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
            "unknown" => settings.shape.unknown = v,
            "stem" => settings.shape.stem = v as usize,
            "skip" => settings.shape.skip = v > 0.0,
            "frac" => frac = v,
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
    let mut all = samples(&faq, &all_topics);
    let mut n = 0usize; all.retain(|_| { n += 1; (mix(n + 77) % 1000) as f32 / 1000.0 < frac });
    let started = Instant::now();
    let c = Topics::learn_from(&faq, all_topics.clone(), &all, settings, th);
    println!("train {:?} {} texts {} features {} classes", started.elapsed(), all.len(), c.features(), all_topics.len());
    if modes.iter().any(|m| m == "known") { known(&faq); return; }
    if modes.iter().any(|m| m == "lang") || modes.is_empty() {
        lang(&faq, modes.iter().any(|m| m == "show"));
    }
    if modes.iter().any(|m| m == "dev") || modes.is_empty() {
        dev(&c, &all_topics, modes.iter().any(|m| m == "show"));
    }
    if modes.iter().any(|m| m == "dump") { dump(&faq, &all_topics, &all, settings, th); return; }
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
    for c in &cols { print!("{c:>10}"); }
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
            let s = c.scores(text, hints);
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
                    if answered.is_some() { bad = "OOS"; } else if matches!(j.verdict, Verdict::Choices(_)) { bad = "oos-offered"; }
                } else {
                    let right = answered.as_deref().is_some_and(|a| ok.contains(&a));
                    let offered = matches!(&j.verdict, Verdict::Choices(c) if c.iter().any(|e| ok.contains(&e.as_str())));
                    bump(&mut t, lang, "q-argmax", matches!(&topics[best], Topic::Entry(e) if ok.contains(&e.as_str())));
                    bump(&mut t, lang, "q-right", right);
                    bump(&mut t, lang, "q-r/offered", right || offered);
                    bump(&mut t, lang, "q-wrong", answered.is_some() && !right);
                    if answered.is_some() && !right { bad = "WRONG"; } else if !right && !offered { bad = "missed"; } else if !right { bad = "offered"; }
                }
            } else if let Some(kind) = v["kind"].as_str() {
                expected = kind.to_string();
                let hit = matches!(&j.verdict, Verdict::Talk(t) if t.section() == kind);
                bump(&mut t, lang, "talk", hit);
                if !hit { bad = "TALK"; }
            } else {
                expected = v["office"].as_str().unwrap().to_string();
                let hit = matches!(&j.verdict, Verdict::Talk(Talk::Office)) || answered.as_deref() == Some("one-stop-shops");
                bump(&mut t, lang, "place", hit);
                if !hit { bad = "PLACE"; }
            }
            if show && !bad.is_empty() {
                let r: Vec<String> = j.ranked.iter().take(4).map(|s| format!("{}:{:.2}", match &s.what { Topic::Entry(e) => e.to_string(), Topic::Talk(t) => format!("#{}", t.section()) }, s.score)).collect();
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
        let train: Vec<Sample> = all.iter().enumerate().filter(|(i, _)| mix(*i) % folds != fold).map(|(_, s)| *s).collect();
        let m = Topics::learn_from(faq, all_topics.to_vec(), &train, settings, th);
        for (_, sample) in all.iter().enumerate().filter(|(i, _)| mix(*i) % folds == fold) {
            let s = m.scores(sample.text, Hints::default());
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
                    bump(&mut t, lang, "q-r/offered", right || matches!(&j.verdict, Verdict::Choices(c) if c.contains(id)));
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
        let ll: f32 = logs.iter().map(|(s, c)| {
            let m = s.iter().cloned().fold(f32::MIN, f32::max);
            let z: f32 = s.iter().map(|x| ((x - m) * t).exp()).sum();
            -((s[*c] - m) * t - z.ln())
        }).sum::<f32>() / logs.len() as f32;
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

fn known(faq: &Faq) {
    let d = popas::understanding::language::Detector::learn(faq);
    let mut v: Vec<(f32, usize, String)> = vec![];
    for lang in Language::ALL {
        let file = std::fs::read_to_string(format!("/work/shared/eval/{lang}.dev.jsonl")).unwrap();
        for line in file.lines().filter(|l| !l.trim().is_empty()) {
            let x: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = x["text"].as_str().unwrap();
            let e = d.evidence(text);
            v.push((e.known, e.words, text.to_string()));
        }
    }
    v.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (k, w, t) in v.iter().take(25) { println!("{k:.2} {w} {t}"); }
    println!("median {:?}", v[v.len()/2].0);
    for t in ["Où puis-je renouveler mon permis de séjour ?", "bonjour, combien de jours puis-je rester en Moldavie", "¿Cuánto cuesta la multa por quedarse más tiempo?", "hola necesito ayuda con mi permiso", "Wie lange darf ich in Moldau bleiben?", "wo bekomme ich eine Aufenthaltserlaubnis", "jak długo mogę zostać w Mołdawii", "dove posso rinnovare il permesso di soggiorno", "how long can i stay", "कितने दिन रुक सकता हूँ", "كم يوما يمكنني البقاء", "כמה זמן אפשר להישאר", "我可以停留多久", "ile kosztuje kara za nielegalny pobyt", "quanto posso ficar na Moldávia sem visto", "колко дни мога да остана в Молдова", "неше күн тұра аламын", "nechta kun turishim mumkin", "kaip ilgai galiu likti Moldovoje", "Ինչքան կարող եմ մնալ"] {
        let e = d.evidence(t);
        println!("{:.2} {} {:?} {t}", e.known, e.words, d.detect(t, None));
    }
}

struct Side { post: Vec<Vec<(u32, f32)>>, class: Vec<usize>, known: std::collections::HashSet<String> }
impl Side {
    fn new(m: &Topics, topics: &[Topic], train: &[Sample]) -> Side {
        let mut post = vec![Vec::new(); m.features()];
        let mut known = std::collections::HashSet::new();
        for (i, s) in train.iter().enumerate() {
            for (r, v) in m.vector(s.text) { post[r as usize].push((i as u32, v)); }
            if matches!(topics[s.class], Topic::Entry(_)) || matches!(topics[s.class], Topic::Talk(t) if !t.is_outside()) {
                for w in popas::understanding::spelling::skeleton(&popas::understanding::spelling::fold(s.text)).split(' ') { known.insert(w.chars().take(5).collect::<String>()); }
            }
        }
        Side { post, class: train.iter().map(|s| s.class).collect(), known }
    }
    fn of(&self, m: &Topics, text: &str, classes: usize) -> (Vec<f32>, f32, usize) {
        let mut sims = vec![0.0f32; self.class.len()];
        for (r, v) in m.vector(text) { for (i, w) in &self.post[r as usize] { sims[*i as usize] += v * w; } }
        let mut best = vec![0.0f32; classes];
        for (s, c) in sims.iter().zip(&self.class) { if *s > best[*c] { best[*c] = *s; } }
        let sk = popas::understanding::spelling::skeleton(&popas::understanding::spelling::fold(text));
        let words: Vec<&str> = sk.split(' ').collect();
        let unk = words.iter().filter(|w| !self.known.contains(&w.chars().take(5).collect::<String>())).count();
        (best, unk as f32 / words.len() as f32, words.len())
    }
}

fn dump(faq: &Faq, all_topics: &[Topic], all: &[Sample], settings: Settings, th: Thresholds) {
    use std::io::Write;
    let name = |c: usize| match &all_topics[c] { Topic::Entry(e) => e.to_string(), Topic::Talk(t) => format!("#{}", t.section()) };
    let mut out = std::io::BufWriter::new(std::fs::File::create("/tmp/dump.jsonl").unwrap());
    let names: Vec<String> = (0..all_topics.len()).map(name).collect();
    writeln!(out, "{}", serde_json::json!(names)).unwrap();
    let mut put = |set: &str, lang: &str, label: Vec<String>, text: &str, m: &Topics, side: &Side| {
        let (sims, unk, n) = side.of(m, text, names.len());
        writeln!(out, "{}", serde_json::json!({"set": set, "lang": lang, "label": label, "text": text, "s": m.scores(text, Hints::default()), "p": text.split(|c| "?!\n;".contains(c)).flat_map(|t| t.split(". ")).filter(|t| t.trim().chars().count() > 8).map(|t| m.scores(t, Hints::default())).collect::<Vec<_>>(), "c": text.split(|c| "?!\n;,".contains(c)).flat_map(|t| t.split(". ")).filter(|t| t.trim().chars().count() > 8).map(|t| m.scores(t, Hints::default())).collect::<Vec<_>>(), "k": sims, "unk": unk, "n": n})).unwrap();
    };
    let folds = 5;
    for fold in 0..folds {
        let train: Vec<Sample> = all.iter().enumerate().filter(|(i, _)| mix(*i) % folds != fold).map(|(_, s)| *s).collect();
        let m = Topics::learn_from(faq, all_topics.to_vec(), &train, settings, th);
        let side = Side::new(&m, all_topics, &train);
        for (_, s) in all.iter().enumerate().filter(|(i, _)| mix(*i) % folds == fold) {
            put("cv", s.language.code(), vec![name(s.class)], s.text, &m, &side);
        }
    }
    let m = Topics::learn_from(faq, all_topics.to_vec(), all, settings, th);
    let side = Side::new(&m, all_topics, all);
    for lang in Language::ALL {
        let file = std::fs::read_to_string(format!("/work/shared/eval/{lang}.dev.jsonl")).unwrap();
        for line in file.lines().filter(|l| !l.trim().is_empty()) {
            let v: serde_json::Value = serde_json::from_str(line).unwrap();
            let label: Vec<String> = if let Some(ok) = v["ok"].as_array() { if ok.is_empty() { vec!["#out".into()] } else { ok.iter().map(|x| x.as_str().unwrap().to_string()).collect() } } else if let Some(k) = v["kind"].as_str() { vec![format!("#{k}")] } else { vec!["#office".into(), "one-stop-shops".into()] };
            put("dev", lang.code(), label, v["text"].as_str().unwrap(), &m, &side);
        }
    }
}
