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
        for (index, logo) in request.webLogos.enumerated() {
            let location = S3Location(bucket: buckets.preprocessed, key: job.record.logoKey(index))
            logos[.url(logo.address)] = try file(at: location, logo.place, for: job)
        }
        for (logo, place) in request.logoPlaces {
            guard case .key(let key) = logo else { continue }
            let location = S3Location(bucket: buckets.request, key: key.text)
            logos[logo] = try file(at: location, place.appending("key"), for: job)
        }
        return logos
    }

    private func file(
        at location: S3Location,
        _ place: JSONPointer,
        for job: Job
    ) throws(StageFailure) -> [UInt8] {
        do {
            return try job.services.s3.get(location, maximumByteCount: Logo.maximumByteCount).bytes
        } catch {
            throw Self.failure(error, location).blaming(place, .notFound, "names no logo that can be used")
        }
    }

    private static func failure(_ error: AWSError, _ location: S3Location) -> StageFailure {
        if error.isNotFound {
            let text = """
                There is no logo with the key \(location.key). If there was one, it has expired, or another request archived \
                or discarded it.
                """
            return .reject(.sourceNotFound, text: text, detail: "\(error)")
        }
        if case .unanswered(let transfer) = error.kind, transfer.kind == .responseTooLarge {
            let text = "The logo \(location.key) has more than \(Logo.maximumByteCount) bytes."
            return .reject(.impossibleOperation, text: text, detail: "\(error)")
        }
        return StageFailure(error)
    }
}
