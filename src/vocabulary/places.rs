//! temporary
use super::Entity;
/// Countries.
pub fn countries() -> Vec<Entity> {
    Vec::new()
}
