import Foundation
import PipelineClient
import StageContracts

/// What the demo prints when the work is done.
enum Report {
    static func showHistory(of record: Record) {
        print("\nStatus")
        let start = record.createdAt.milliseconds
        for change in record.history {
            let elapsed = Duration.milliseconds(change.at.milliseconds - start)
            print("  \(elapsed.inSeconds.leftPadded(to: 9))  \(change.status.rawValue)")
        }
        for (name, run) in [
            ("preprocessor", record.stages.preprocess), ("file processor", record.stages.process),
            ("notifier", record.stages.notify),
        ] {
            guard let milliseconds = run?.milliseconds else { continue }
            print("  \(name) worked for \(Duration.milliseconds(milliseconds).inSeconds)")
        }
    }

    static func show(_ outputs: [Output], _ files: [SavedOutput]) {
        print("\nOutputs")
        let longest = files.map(\.path.count).max() ?? 0
        for (output, file) in zip(outputs, files) {
            let path = file.path.padding(toLength: longest, withPad: " ", startingAt: 0)
            print("  \(path)  \(output.width) × \(output.height)  \(ByteCount(output.bytes))")
        }
    }

    static func show(_ mail: Mail) {
        print("\nMail")
        print("  From: \(mail.source)")
        print("  To: \(mail.destination.toAddresses.joined(separator: ", "))")
        print("  Subject: \(mail.subject ?? "")\n")
        for line in (mail.body?.textPart ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
            print("  \(line)")
        }
    }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - count)) + self
    }
}
