//! x
use super::Status;
use super::args::Schema;
use super::session::Session;
pub(super) fn run(_: &mut Session, _: &Schema) -> Status {
    Status::Clean
}
