import Glibc
import Imaging

FreedMemory.keepForNextPicture()  // as the file processor does

/// Answers jobs from standard input, one a line (`WORK<tab>FILE<tab>REPETITIONS`), with milliseconds for each repetition.
while let line = readLine() {
    do {
        let job = try BenchJob(line)
        print(try job.measure().map { "\($0)" }.joined(separator: " "))
    } catch {
        print("failed: \(error)")
    }
    fflush(nil)
}
