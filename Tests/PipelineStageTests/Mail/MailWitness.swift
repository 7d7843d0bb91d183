import Foundation
import Testing
import Witnesses

/// Python's mail parser and an HTML validator in a process of their own.
enum MailWitness {
    /// What a reader makes of a mail.
    struct Report: Decodable {
        let subject: String
        let recipients: [String]
        let headers: [String]
        let defects: [String]
        let problems: [String]
        let links: [String]
        let images: Int
        let table: [[String]]
        let text: String
    }

    static func read(_ mail: SentMail) throws -> Report {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "mail_witness.py")
        let process = Process()
        process.executableURL = URL(filePath: Python.path)
        process.arguments = [script.path]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: try JSONEncoder().encode(mail))
        try input.fileHandleForWriting.close()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(
            process.terminationStatus == 0,
            "the witness \(Python.path) failed: is html5lib installed?"
        )
        return try JSONDecoder().decode(Report.self, from: bytes)
    }
}
