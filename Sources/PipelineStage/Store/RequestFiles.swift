import PipelineRuntime
import StageContracts

/// The files that stages make for a request; the upload that it names is its owner's.
struct RequestFiles {
    let s3: S3Client
    let buckets: Buckets

    /// Deletes everything that was made for a request, recorded or not; what is gone already is no error.
    func remove(of stored: StoredRecord) throws(AWSError) {
        for folder in folders(of: stored) {
            for key in try s3.keys(in: folder) {
                try s3.delete(S3Location(bucket: folder.bucket, key: key))
            }
        }
    }

    private func folders(of stored: StoredRecord) -> [S3Location] {
        let id = stored.record.requestId
        var folders = [
            S3Location(bucket: buckets.preprocessed, key: id.folder),
            S3Location(bucket: buckets.processed, key: id.folder),
        ]
        guard let request = try? stored.request.get() else { return folders }
        if request.notify?.email != nil {
            folders.append(S3Location(bucket: buckets.processed, key: id.previewFolder))
        }
        if let puzzle = request.puzzle {
            let path = id.puzzleFolder(under: puzzle.prefix)
            folders.append(S3Location(bucket: buckets.processed, key: path))
        }
        if case .url = request.source {
            folders.append(S3Location(bucket: buckets.request, key: id.sourceFolder))
        }
        return folders
    }
}
