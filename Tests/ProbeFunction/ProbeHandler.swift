import FoundationEssentials
import PipelineRuntime

/// Does what the event says; any other event is its own answer.
final class ProbeHandler: LambdaHandler {
    /// Text that runtimes got wrong: beyond ASCII, with line ends, quotes and control characters.
    static let trickyText = "naïve – 画像 🧩\n\"quoted\"\t\\ and \u{1}"

    func handle(_ event: [UInt8], _ context: InvocationContext) throws(InvocationFailure) -> [UInt8] {
        switch String(decoding: event, as: UTF8.self) {
        case "\"fail\"": throw InvocationFailure(.function("BadPicture"), Self.trickyText)
        case "\"large\"": return [UInt8](repeating: UInt8(ascii: "1"), count: 6 * 1_024 * 1_024 + 101)
        case "\"context\"": return encoded(ProbeContext(context))
        default: return event
        }
    }

    private func encoded(_ context: ProbeContext) -> [UInt8] {
        (try? JSONEncoder().encode(context)).map(Array.init) ?? []
    }
}
