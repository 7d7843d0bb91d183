import Synchronization

/// A file on the disk that waits for its row; it is removed unless it is adopted.
final class PublishedFile: Sendable {
    let id: FileID
    private let files: ObjectFiles
    private let isAdopted = Atomic(false)

    init(id: FileID, files: ObjectFiles) {
        self.id = id
        self.files = files
    }

    deinit {
        if !isAdopted.load(ordering: .acquiring) { files.remove(id) }
    }

    /// A durable row names the file.
    func adopt() {
        isAdopted.store(true, ordering: .releasing)
    }
}
