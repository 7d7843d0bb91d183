/// How a message of a batch ends.
enum Disposition: Equatable, Sendable {
    /// It is dealt with, also where its request was refused: the queue deletes it.
    case done
    /// It is delivered again after a pause; without one, after a growing random pause.
    case retry(after: Duration?)
    /// No stage can read it: it goes to the dead-letter queue as fast as the queue's rule allows.
    case unreadable
}
