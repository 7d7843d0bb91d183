/// What a test waited for in vain.
struct TookTooLong: Error, CustomStringConvertible {
    let what: String

    init(_ what: String) {
        self.what = what
    }

    var description: String { "no \(what) within \(Waiting.limit)" }
}
