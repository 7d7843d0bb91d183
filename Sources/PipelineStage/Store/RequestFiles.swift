package import PipelineRuntime
package import StageContracts

/// The files that stages make for a request; the upload that it names is its owner's.
package struct RequestFiles {
    let s3: S3Client
    let buckets: Buckets

    /// The files in these buckets.
    package init(s3: S3Client, buckets: Buckets) { (self.s3, self.buckets) = (s3, buckets) }

    /// Deletes everything that was made for a request, recorded or not; what is gone already is no error.
    func remove(of stored: StoredRecord) throws(AWSError) {
        for folder in folders(of: stored) { try remove(folder) }
    }

    /// Deletes what lies between the stages of a request, once they are done with it: the normalised copy, its own copy
    /// of the original, and logos of the web.
    package func removeIntermediate(of id: RequestID) throws(AWSError) {
        try remove(S3Location(bucket: buckets.preprocessed, key: id.folder))
    }

    private func remove(_ folder: S3Location) throws(AWSError) {
        for key in try s3.keys(in: folder) { try s3.delete(S3Location(bucket: folder.bucket, key: key)) }
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
