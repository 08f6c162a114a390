//! A piece of JSON that is kept as it is, for whom it concerns to read.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use serde_json::value::RawValue;

/// A piece of JSON. Equal texts are equal; keys are in order, however it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Json(Box<str>);

impl Json {
    /// What a value is written as.
    #[must_use]
    pub fn of<T: Serialize>(value: &T) -> Option<Self> {
        // By way of a tree, which puts keys in order; read from text, since a tree is made by as much code again.
        let tree: serde_json::Value = serde_json::from_str(&serde_json::to_string(value).ok()?).ok()?;
        Some(Self(tree.to_string().into()))
    }

    /// The value; none where it is of another form.
    #[must_use]
    pub fn read<T: for<'de> Deserialize<'de>>(&self) -> Option<T> {
        serde_json::from_str(&self.0).ok()
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.0.to_string()).map_err(ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw: Box<RawValue> = Deserialize::deserialize(deserializer).map_err(de::Error::custom)?;
        Ok(Self(raw.get().into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_same_by_every_way() {
        let json = Json::of(&serde_json::json!({ "b": ["é", 1], "a": { "d": "\n", "c": null } })).unwrap();
        let text = serde_json::to_string(&json).unwrap();
        assert_eq!(text, r#"{"a":{"c":null,"d":"\n"},"b":["é",1]}"#);
        assert_eq!(serde_json::from_str::<Json>(&text).unwrap(), json);
        let tree = serde_json::to_value(&json).unwrap();
        assert_eq!(serde_json::from_value::<Json>(tree).unwrap(), json);
        assert_eq!(json.read::<Vec<u8>>(), None);
    }
}
