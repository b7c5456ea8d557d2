//! One call to the Bot API.
//!
//! Carries teloxide's payloads and gives its typed errors, but not through its own `send`: that sleeps ten
//! seconds inside the call on every 5xx, forgets the error code, and takes a message that was sent for an
//! error when the answer describes it with a word that teloxide does not know. The token stands in the
//! address of every call: no error of this room shows an address.

use std::fmt;
use std::time::Duration;

use reqwest::RequestBuilder;
use reqwest::multipart::{Form, Part};
use serde::Deserialize;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use teloxide::ApiError;
use teloxide::requests::Payload;

use super::Telegram;

/// Why a call failed.
#[derive(Debug)]
pub enum CallError {
    /// Too much: nothing before that time is over.
    RetryAfter(Duration),
    /// The group became a supergroup, which is another chat: the old number leads nowhere any more.
    Moved { to: i64 },
    /// The Bot API refused.
    Api { code: u16, error: ApiError },
    /// No connection, a connection that broke, or no answer in time.
    Network(reqwest::Error),
    /// An answer that is none of the Bot API's; `taken`: it begins like one that says yes.
    Malformed { status: u16, taken: bool },
}

/// Says what happened without a word of a message, an address or the token: the API's own descriptions
/// may quote what was sent.
impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CallError::RetryAfter(pause) => write!(f, "too many calls, {} seconds to wait", pause.as_secs()),
            CallError::Moved { .. } => f.write_str("the group became a supergroup and has another number"),
            CallError::Api { code, .. } => write!(f, "the Bot API answered {code}"),
            CallError::Network(error) if error.is_timeout() => f.write_str("no answer in time"),
            CallError::Network(error) if error.is_connect() => f.write_str("no connection"),
            CallError::Network(_) => f.write_str("the connection broke"),
            CallError::Malformed { status, .. } => write!(f, "HTTP {status} with an answer that cannot be read"),
        }
    }
}

impl std::error::Error for CallError {}

/// A file for a call.
#[derive(Clone, Debug)]
pub struct Upload {
    /// What the method calls it.
    pub field: &'static str,
    pub name: String,
    pub mime: &'static str,
    pub bytes: Vec<u8>,
}

impl Telegram {
    /// Calls a method with one of teloxide's payloads.
    pub async fn call<P: Payload + Serialize, T: DeserializeOwned>(&self, payload: &P) -> Result<T, CallError> {
        self.call_raw(P::NAME, payload, None).await
    }

    /// Calls a method with any payload, in another time than usual.
    pub async fn call_raw<T: DeserializeOwned>(
        &self,
        method: &str,
        payload: &impl Serialize,
        longest: Option<Duration>,
    ) -> Result<T, CallError> {
        let mut request = self.bot.client().post(self.address(method)).json(payload);
        if let Some(longest) = longest {
            request = request.timeout(longest);
        }
        answer(request).await
    }

    /// Calls a method with a file beside its fields. (The bytes in teloxide's `InputFile` come out only in its own
    /// `send`.)
    pub async fn call_with_file<T: DeserializeOwned>(
        &self,
        method: &str,
        fields: impl IntoIterator<Item = (&'static str, String)>,
        upload: Upload,
    ) -> Result<T, CallError> {
        let file = Part::bytes(upload.bytes).file_name(upload.name).mime_str(upload.mime).map_err(network)?;
        let form = fields.into_iter().fold(Form::new(), |form, (name, value)| form.text(name, value));
        answer(self.bot.client().post(self.address(method)).multipart(form.part(upload.field, file))).await
    }

    /// The address of a method; its name begins with a small letter, as in Telegram's own documents.
    fn address(&self, method: &str) -> reqwest::Url {
        let mut url = self.bot.api_url();
        let small = method.char_indices().map(|(place, c)| if place == 0 { c.to_ascii_lowercase() } else { c });
        let method: String = small.collect();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().push(&format!("bot{}", self.bot.token())).push(&method);
        }
        url
    }
}

async fn answer<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, CallError> {
    let response = request.send().await.map_err(network)?;
    let status = response.status().as_u16();
    let body = response.bytes().await.map_err(network)?;
    read(status, &body)
}

fn network(error: reqwest::Error) -> CallError {
    CallError::Network(error.without_url())
}

/// What every answer of the Bot API looks like.
#[derive(Deserialize)]
struct Answer<'a> {
    ok: bool,
    #[serde(borrow)]
    result: Option<&'a RawValue>,
    error_code: Option<u16>,
    description: Option<ApiError>,
    parameters: Option<Parameters>,
}

#[derive(Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

fn read<T: DeserializeOwned>(status: u16, body: &[u8]) -> Result<T, CallError> {
    let taken = status == 200 && body.starts_with(br#"{"ok":true"#);
    let malformed = || CallError::Malformed { status, taken };
    let answer: Answer = serde_json::from_slice(body).map_err(|_| malformed())?;
    if answer.ok {
        let result = answer.result.map_or("null", RawValue::get);
        return serde_json::from_str(result).map_err(|_| CallError::Malformed { status, taken: true });
    }
    match answer.parameters {
        Some(Parameters { retry_after: Some(seconds), .. }) => {
            return Err(CallError::RetryAfter(Duration::from_secs(seconds)));
        }
        Some(Parameters { migrate_to_chat_id: Some(to), .. }) => return Err(CallError::Moved { to }),
        _ => {}
    }
    let error = answer.description.unwrap_or_else(|| ApiError::Unknown(String::new()));
    Err(CallError::Api { code: answer.error_code.unwrap_or(status), error })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn outcome(status: u16, body: &str) -> String {
        match read::<Value>(status, body.as_bytes()) {
            Ok(value) => format!("ok {value}"),
            Err(CallError::Api { code, error: ApiError::Unknown(_) }) => format!("api {code}"),
            Err(CallError::Api { code, error }) => format!("api {code} {error:?}"),
            Err(error) => format!("{error:?}"),
        }
    }

    #[test]
    fn every_answer_is_told_from_the_others() {
        let cases = [
            (200, r#"{"ok":true,"result":{"message_id":1}}"#, r#"ok {"message_id":1}"#),
            (200, r#"{"ok":true,"result":true,"new_field":[]}"#, "ok true"),
            (200, r#"{"ok":true,"resu"#, "Malformed { status: 200, taken: true }"),
            (200, "<html>", "Malformed { status: 200, taken: false }"),
            (502, "<html>Bad Gateway</html>", "Malformed { status: 502, taken: false }"),
            (500, r#"{"ok":false,"error_code":500,"description":"Internal Server Error"}"#, "api 500"),
            (
                429,
                r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 3","parameters":{"retry_after":3}}"#,
                "RetryAfter(3s)",
            ),
            (
                403,
                r#"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#,
                "api 403 BotBlocked",
            ),
            (
                400,
                r#"{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001}}"#,
                "Moved { to: -1001 }",
            ),
            (400, r#"{"ok":false,"error_code":400,"parameters":{}}"#, "api 400"),
            (404, r#"{"ok":false}"#, "api 404"),
        ];
        for (status, body, expected) in cases {
            assert_eq!(outcome(status, body), expected, "{body}");
        }
    }

    #[test]
    fn the_address_of_a_method_keeps_the_path_of_the_server() {
        let url = url::Url::parse("http://127.0.0.1:8081/base/").unwrap();
        let bot = Telegram::new(Some(&"1:a".into()), Some(&url)).unwrap();
        assert_eq!(bot.address("SendMessage").as_str(), "http://127.0.0.1:8081/base/bot1:a/sendMessage");
    }
}
