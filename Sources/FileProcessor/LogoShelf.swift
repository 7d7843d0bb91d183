import PipelineRuntime
import PipelineStage
import StageContracts

/// The bucket of uploads, seen as the place where logos come from.
struct LogoShelf {
    let s3: S3Client
    let bucket: String

    private static let maximumByteCount = 16 << 20

    /// The files at `keys`.
    ///
    /// - Throws: A rejection where one is not there or too large; a retry where the bucket cannot be reached.
    func fetch(_ keys: Set<ObjectKey>) throws(StageFailure) -> [ObjectKey: [UInt8]] {
        var logos: [ObjectKey: [UInt8]] = [:]
        for key in keys {
            do {
                let location = S3Location(bucket: bucket, key: key.text)
                logos[key] = try s3.get(location, maximumByteCount: Self.maximumByteCount).bytes
            } catch {
                guard error.isNotFound else { throw StageFailure(error) }
                throw .reject(.sourceNotFound, text: "A logo does not exist.", detail: "\(error)")
            }
        }
        return logos
    }
}
