/// How a body is cut on its way.
enum Pieces: Sendable, CustomStringConvertible {
    case whole
    case bytes
    /// At places that the seed decides.
    case random(seed: UInt64)

    var description: String {
        switch self {
        case .whole: "whole"
        case .bytes: "byte by byte"
        case .random(let seed): "in pieces \(seed)"
        }
    }

    /// All ways, several of them random.
    static let all: [Pieces] = [.whole, .bytes] + (1...8).map { .random(seed: $0) }

    /// The pieces of the body, one after the other.
    func of(_ body: [UInt8]) -> [ArraySlice<UInt8>] {
        switch self {
        case .whole: return [body[...]]
        case .bytes: return body.indices.map { body[$0...$0] }
        case .random(let seed):
            var numbers = SplitMix(state: seed)
            var pieces: [ArraySlice<UInt8>] = []
            var start = 0
            while start < body.count {
                let end = min(body.count, start + Int.random(in: 1...97, using: &numbers))
                pieces.append(body[start..<end])
                start = end
            }
            return pieces
        }
    }
}
