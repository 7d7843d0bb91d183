import Glibc
import LocalRender

/// The whole of `render`: an input is a request in one line and, behind it, a picture.
enum RenderTarget {
    private static let folder = "/dev/shm/fuzz-render-\(getpid())"

    /// Runs the command on the two parts.
    ///
    /// - Returns: Whether the input has two parts.
    static func run(_ input: [UInt8]) -> Bool {
        guard let end = input.firstIndex(of: 0x0a) else { return false }
        mkdir(folder, 0o700)
        write(input[..<end], to: "request")
        write(input[(end + 1)...], to: "picture")
        let words = [
            "--request", "\(folder)/request", "--output", "\(folder)/out", "--timeout", "5", "--json",
        ]
        let status = RenderCommand.run(words + ["\(folder)/picture"])
        precondition((0...2).contains(status), "exit status \(status)")
        return true
    }

    private static func write(_ bytes: ArraySlice<UInt8>, to name: String) {
        guard let file = fopen("\(folder)/\(name)", "wb") else { preconditionFailure("/dev/shm is full") }
        bytes.withUnsafeBufferPointer { _ = fwrite($0.baseAddress, 1, $0.count, file) }
        fclose(file)
    }
}
