import Imaging
import PipelineRuntime
import PipelineStage
import StageContracts

/// The buckets of uploads and of what the preprocessor fetched, seen as the places where logos come from.
struct LogoSource {
    let buckets: Buckets

    /// The files of all logos of a request.
    ///
    /// - Throws: A rejection where one is not there or too large; a retry where the buckets cannot be reached.
    func fetch(
        _ request: ProcessingRequest,
        for job: Job
    ) throws(StageFailure) -> [ImageSource: [UInt8]] {
        var logos: [ImageSource: [UInt8]] = [:]
        for (index, address) in request.webLogos.enumerated() {
            let location = S3Location(bucket: buckets.preprocessed, key: job.requestID.logoKey(index))
            logos[.url(address)] = try file(at: location, for: job)
        }
        for logo in request.logos {
            guard case .key(let key) = logo else { continue }
            logos[logo] = try file(at: S3Location(bucket: buckets.request, key: key.text), for: job)
        }
        return logos
    }

    private func file(at location: S3Location, for job: Job) throws(StageFailure) -> [UInt8] {
        do {
            return try job.services.s3.get(location, maximumByteCount: Logo.maximumByteCount).bytes
        } catch {
            throw Self.failure(error)
        }
    }

    private static func failure(_ error: AWSError) -> StageFailure {
        if error.isNotFound {
            return .reject(.sourceNotFound, text: "A logo does not exist.", detail: "\(error)")
        }
        if case .unanswered(let transfer) = error.kind, transfer.kind == .responseTooLarge {
            let text = "A logo has more than \(Logo.maximumByteCount) bytes."
            return .reject(.impossibleOperation, text: text, detail: "\(error)")
        }
        return StageFailure(error)
    }
}
