import Glibc
import Imaging

/// What the inputs go to: `FUZZ_TARGET` names it.
enum FuzzTarget: String {
    case jpeg
    case png
    case webp
    case render

    static let chosen =
        FuzzTarget(rawValue: getenv("FUZZ_TARGET").map { String(cString: $0) } ?? "") ?? .render

    /// Takes an input.
    ///
    /// - Returns: Whether it is worth to be kept: another format's file is not.
    func run(_ input: [UInt8]) -> Bool {
        switch self {
        case .jpeg: DecoderTarget.run(input, .jpeg)
        case .png: DecoderTarget.run(input, .png)
        case .webp: DecoderTarget.run(input, .webp)
        case .render: RenderTarget.run(input)
        }
    }
}
