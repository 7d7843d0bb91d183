import Foundation
import Synchronization

/// A program that answers one command after the other and ends with the process that started it.
///
/// A command is a line of words with tabs in between; its answer is a line with a number of bytes, then these.
final class WitnessProcess: Sendable {
    struct Failure: Error {
        let reason: String
    }

    /// How long any answer may take, on a machine that is small and busy.
    private static let limitSeconds = 45

    /// The pipes' ends here; whoever holds the lock is the one that is answered.
    private let ends: Mutex<(commands: Int32, answers: Int32)>

    init(_ python: String, _ script: String) throws {
        // A witness that ended early fails the tests that ask it, and not the process of all tests.
        signal(SIGPIPE, SIG_IGN)
        let (commands, answers, process) = (Pipe(), Pipe(), Process())
        process.executableURL = URL(filePath: python)
        process.arguments = [script, "serve"]
        process.standardInput = commands
        process.standardOutput = answers
        try process.run()
        ends = Mutex(
            (
                dup(commands.fileHandleForWriting.fileDescriptor),
                dup(answers.fileHandleForReading.fileDescriptor)
            )
        )
    }

    /// Waits for the answer to a command.
    func answer(to words: [String]) throws -> [UInt8] {
        try ends.withLock { ends in
            try Self.send(words.joined(separator: "\t") + "\n", to: ends.commands)
            let count = try Self.readLine(ends.answers)
            guard count >= 0 else { throw Failure(reason: "the witness failed on \(words)") }
            return try Self.read(count, from: ends.answers)
        }
    }

    private static func send(_ line: String, to descriptor: Int32) throws {
        let bytes = Array(line.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else {
            throw Failure(reason: "the witness has ended")
        }
    }

    private static func readLine(_ descriptor: Int32) throws -> Int {
        var line = ""
        while !line.hasSuffix("\n") { line += String(decoding: try read(1, from: descriptor), as: UTF8.self) }
        return Int(line.dropLast()) ?? -1
    }

    private static func read(_ count: Int, from descriptor: Int32) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&request, 1, Int32(limitSeconds * 1_000)) == 1 else {
                throw Failure(reason: "the witness did not answer within \(limitSeconds) s")
            }
            let received = bytes.withUnsafeMutableBytes {
                Foundation.read(descriptor, $0.baseAddress?.advanced(by: filled), count - filled)
            }
            guard received > 0 else { throw Failure(reason: "the witness has ended") }
            filled += received
        }
        return bytes
    }
}
