//! Work on many texts at once whose output comes in their order and never piles up: whoever is ahead of the others
//! waits, and what a text prints is handed on in pieces.

use std::io::{self, Write};
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Most items that a thread takes together: to hand on the output of each small one by itself costs as much as a tenth
/// of the work.
const BATCH: usize = 16;
/// Batches for each thread at least, so that none is left with much when the others are done.
const BATCHES: usize = 8;
/// Batches that may be finished before the output has reached them.
const AHEAD: usize = 32;
/// Bytes of output that are handed on together.
const PIECE: usize = 1 << 20;
/// Pieces of one batch that wait for the output to reach it.
const PIECES: usize = 2;

/// Runs `work` for each item on so many threads (none given: one a core) and writes what each prints to `out`, in the
/// order of the items. Returns what `work` returned, likewise in order; after an error of `out` nothing more is done.
pub(super) fn in_order<T: Sync, R: Send>(
    items: &[T],
    threads: Option<usize>,
    work: impl Fn(&T, &mut Piece) -> R + Sync,
    out: &mut dyn Write,
) -> io::Result<Vec<R>> {
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let threads = threads.filter(|count| *count > 0).unwrap_or_else(cores).clamp(1, items.len().max(1));
    let batch = (items.len() / (threads * BATCHES)).clamp(1, BATCH);
    let (queue, outputs) = sync_channel::<Receiver<Vec<u8>>>(AHEAD);
    // A batch's place among the outputs is taken together with the batch, so that both have one order, and the batch
    // that the output waits for is always in work.
    let next = Mutex::new((items.chunks(batch).enumerate(), queue));
    let take = || {
        let mut next = next.lock().ok()?;
        let (at, batch) = next.0.next()?;
        let (pieces, output) = sync_channel(PIECES);
        next.1.send(output).ok()?;
        Some((at, batch, pieces))
    };
    let worker = || {
        let mut results = Vec::new();
        while let Some((at, batch, pieces)) = take() {
            let mut piece = Piece { buffer: Vec::new(), pieces };
            results.push((at, batch.iter().map(|item| work(item, &mut piece)).collect::<Vec<_>>()));
            piece.hand_on();
        }
        results
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        let written = write_all(outputs, items.len().div_ceil(batch), out);
        let results = workers.into_iter().flat_map(|worker| worker.join().expect("internal error: a thread panicked"));
        let mut results: Vec<_> = results.collect();
        results.sort_by_key(|(at, _)| *at);
        written.map(|()| results.into_iter().flat_map(|(_, results)| results).collect())
    })
}

/// Takes the receivers along, so that they are gone when nothing can be written any more, and the threads stop.
fn write_all(outputs: Receiver<Receiver<Vec<u8>>>, count: usize, out: &mut dyn Write) -> io::Result<()> {
    outputs.into_iter().take(count).flatten().try_for_each(|piece| out.write_all(&piece))
}

/// What a batch prints.
#[derive(Debug)]
pub(super) struct Piece {
    buffer: Vec<u8>,
    pieces: SyncSender<Vec<u8>>,
}

impl Piece {
    /// What is printed next; [`Piece::end_line`] must follow.
    pub(super) fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.buffer
    }

    /// Hands on what there is, where it is enough.
    pub(super) fn end_line(&mut self) {
        if self.buffer.len() >= PIECE {
            self.hand_on();
        }
    }

    fn hand_on(&mut self) {
        if !self.buffer.is_empty() {
            // Nobody listens any more where the output was closed; the work ends with this item.
            let _ = self.pieces.send(std::mem::take(&mut self.buffer));
        }
    }
}

impl Write for Piece {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.buffer.extend_from_slice(bytes);
        self.end_line();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(threads: usize, out: &mut dyn Write) -> io::Result<Vec<usize>> {
        let items: Vec<usize> = (0..1000).collect();
        // Some print nothing, one prints more than all pieces that may wait.
        let work = |item: &usize, out: &mut Piece| {
            let times = if *item == 500 { 4 * PIECE } else { item % 3 };
            (0..times).for_each(|_| out.write_all(&[(item % 251) as u8]).expect("memory can be written"));
            item * 2
        };
        in_order(&items, Some(threads), work, out)
    }

    #[test]
    fn threads_change_nothing() -> io::Result<()> {
        let (mut one, mut three) = (Vec::new(), Vec::new());
        let results = numbers(1, &mut one)?;
        assert_eq!(results, numbers(3, &mut three)?);
        assert!(results.iter().enumerate().all(|(at, result)| *result == 2 * at) && results.len() == 1000);
        assert!(one == three && one.len() > 4 * PIECE);
        Ok(())
    }

    #[test]
    fn a_closed_output_ends_the_work() {
        struct Closed;
        impl Write for Closed {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        assert!(numbers(2, &mut Closed).is_err_and(|error| error.kind() == io::ErrorKind::BrokenPipe));
    }
}
