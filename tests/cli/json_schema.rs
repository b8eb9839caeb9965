//! Holds a value against a JSON Schema: a validator that knows the keywords which the schemas of this project and of its
//! reports use, and stops at any other. Patterns and formats are not looked at.

use serde_json::Value;

/// Where and why a value does not fit, or nothing.
pub(crate) fn fault(schema: &Value, value: &Value) -> Option<String> {
    check(schema, schema, value, "").err()
}

/// Whether a value fits, or where it does not.
fn check(root: &Value, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    for (keyword, wanted) in schema.as_object().into_iter().flatten() {
        let parts = || wanted.as_array().into_iter().flatten();
        match keyword.as_str() {
            "$ref" => {
                let path = wanted.as_str().and_then(|path| path.strip_prefix('#')).expect("it points into the schema");
                check(root, root.pointer(path).expect("it points at something"), value, at)?;
            }
            "type" => {
                let is = |name: &Value| match name.as_str() {
                    Some("object") => value.is_object(),
                    Some("array") => value.is_array(),
                    Some("string") => value.is_string(),
                    Some("number") => value.is_number(),
                    Some("integer") => value.is_i64() || value.is_u64(),
                    Some("boolean") => value.is_boolean(),
                    other => panic!("the type {other:?} is not known here"),
                };
                if !(is_text(wanted) && is(wanted) || parts().any(is)) {
                    return Err(format!("{at}: not a {}", wanted.as_str().unwrap_or("value of the types")));
                }
            }
            "enum" if !parts().any(|word| word == value) => {
                return Err(format!("{at}: {value} is none of the words"));
            }
            "const" if wanted != value => return Err(format!("{at}: not {wanted}")),
            "required" => {
                if let Some(key) = parts().find(|key| key.as_str().is_some_and(|key| value.get(key).is_none())) {
                    return Err(format!("{at}: {} is missing", key.as_str().unwrap_or_default()));
                }
            }
            "properties" | "additionalProperties" => {
                for (key, inner) in value.as_object().into_iter().flatten() {
                    let below = format!("{at}/{key}");
                    let named = schema["properties"].get(key);
                    match (keyword.as_str(), named) {
                        ("properties", Some(named)) => check(root, named, inner, &below)?,
                        ("additionalProperties", None) if *wanted == false => {
                            return Err(format!("{at}: no key {key}"));
                        }
                        ("additionalProperties", None) => check(root, wanted, inner, &below)?,
                        _ => {}
                    }
                }
            }
            "propertyNames" => {
                for key in value.as_object().into_iter().flatten().map(|(key, _)| key) {
                    check(root, wanted, &Value::from(key.as_str()), at).map_err(|_| format!("{at}: no key {key}"))?;
                }
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, wanted, item, &format!("{at}/{index}"))?;
                }
            }
            "anyOf" => {
                let reasons: Vec<_> = parts().map_while(|part| check(root, part, value, at).err()).collect();
                if reasons.len() == parts().count() {
                    return Err(format!("{at}: nothing of anyOf: {}", reasons.join("; ")));
                }
            }
            "oneOf" => {
                let fitting = parts().filter(|part| check(root, part, value, at).is_ok()).count();
                if fitting != 1 {
                    return Err(format!("{at}: {fitting} of oneOf instead of one"));
                }
            }
            "minimum" if value.as_f64() < wanted.as_f64() => {
                return Err(format!("{at}: {value} is less than {wanted}"));
            }
            "maximum" if value.as_f64() > wanted.as_f64() => {
                return Err(format!("{at}: {value} is more than {wanted}"));
            }
            "minItems" if value.as_array().is_some_and(|list| (list.len() as u64) < limit(wanted)) => {
                return Err(format!("{at}: fewer than {wanted} items"));
            }
            "minLength" if value.as_str().is_some_and(|text| (text.len() as u64) < limit(wanted)) => {
                return Err(format!("{at}: shorter than {wanted}"));
            }
            "uniqueItems" if *wanted == true => {
                let items = value.as_array().map_or(&[][..], Vec::as_slice);
                if let Some(twice) = items.iter().enumerate().find(|(n, item)| items[..*n].contains(item)) {
                    return Err(format!("{at}/{}: stands twice", twice.0));
                }
            }
            "allOf" => parts().try_for_each(|part| check(root, part, value, at))?,
            "if" if check(root, wanted, value, at).is_ok() => check(root, &schema["then"], value, at)?,
            "if" | "then" | "enum" | "const" | "minimum" | "maximum" | "minItems" | "minLength" | "uniqueItems"
            | "description" | "title" | "default" | "format" | "pattern" | "$schema" | "$id" | "$defs"
            | "definitions" => {}
            other => panic!("the keyword {other} is not known here"),
        }
    }
    Ok(())
}

/// The number of a keyword that counts.
fn limit(wanted: &Value) -> u64 {
    wanted.as_u64().expect("it is a whole number")
}

fn is_text(value: &Value) -> bool {
    value.is_string()
}
