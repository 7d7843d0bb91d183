package import PipelineRuntime
package import StageContracts

/// Signs the links by which callers reach files in the private buckets.
package struct LinkSigner {
    let s3: S3Client
    let buckets: Buckets
    let lifetime: Duration
    let clock: any WallClock

    /// A link to a file; whether the file exists is not looked at.
    ///
    /// It ends with the keys that sign it, where that is sooner and they say so; a Lambda function's keys do not. What is
    /// answered does not hang on what an uploader called the file: a browser takes no picture for a page.
    func link(to location: S3Location, answering answer: S3LinkAnswer) throws(AWSError) -> SignedLink {
        let expiry = try expiry()
        let url = try s3.presignedURL("GET", location, expiresIn: lifetime, answer: answer)
        return SignedLink(url: url, expiresAt: expiry)
    }

    /// When links end that are signed now.
    package func expiry() throws(AWSError) -> Timestamp {
        let end = clock.now.advanced(by: lifetime)
        return Timestamp(min(end, try s3.keysExpiration() ?? end))
    }

    /// A link to an output's file.
    package func link(to output: Output) throws(AWSError) -> SignedLink {
        let answer = S3LinkAnswer(
            contentType: output.format.mediaType,
            fileName: "\(output.id).\(output.format.fileExtension)"
        )
        let location = S3Location(bucket: buckets.processed, key: output.key)
        return try link(to: location, answering: answer)
    }

    /// An output with a link to its file.
    package func linked(_ output: Output) throws(AWSError) -> Output {
        let link = try link(to: output)
        var output = output
        (output.url, output.urlExpiresAt) = (link.url, link.expiresAt)
        return output
    }

    /// A puzzle with a link to its document.
    package func linked(_ puzzle: CutPuzzle) throws(AWSError) -> CutPuzzle {
        let answer = S3LinkAnswer(contentType: "application/json", fileName: "puzzle.json")
        let location = S3Location(bucket: buckets.processed, key: puzzle.key)
        let link = try link(to: location, answering: answer)
        var puzzle = puzzle
        (puzzle.url, puzzle.urlExpiresAt) = (link.url, link.expiresAt)
        return puzzle
    }

    /// What became of the original of a record, with links to the file, where there still is one, and to what is shown in
    /// its place.
    package func linked(_ original: RetainedOriginal, of record: Record) throws(AWSError) -> RetainedOriginal
    {
        var original = original
        original.replacement = try original.replacement.map { output throws(AWSError) in try linked(output) }
        guard let location = location(of: original, record.source), let format = record.source?.format else {
            return original
        }
        let answer = S3LinkAnswer(
            contentType: format.mediaType,
            fileName: "\(record.requestId)_\(Preset.originalName).\(format.fileExtension)"
        )
        let link = try link(to: location, answering: answer)
        (original.url, original.urlExpiresAt) = (link.url, link.expiresAt)
        return original
    }

    private func location(of original: RetainedOriginal, _ source: SourceDescription?) -> S3Location? {
        switch original.retention {
        case .keep: source?.key.map { S3Location(bucket: buckets.request, key: $0) }
        case .archive: original.key.map { S3Location(bucket: buckets.archive, key: $0) }
        case .discard: nil
        }
    }
}
