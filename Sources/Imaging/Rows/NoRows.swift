/// Takes rows and keeps nothing: for what decoding them shows.
final class NoRows: RowConsumer {
    func consume(_ row: Span<UInt8>) {}

    func finish() {}
}
