import StageContracts
import Testing

@testable import PipelineStage

/// The ways in which a request can go: through stages without pictures, and through the shipped functions.
enum Way: CaseIterable {
    case processed
    case rejectedByContract
    case rejectedByPreprocessor
    case rejectedByProcessor
    case rejectedByNotifier
    case photo
    case lyingPhoto
    case noUpload
    case noImage
    case hugeOutput
    case archivedGallery
    case discarded
    case calledBack
    case cancelledBeforeItCame
    case cancelledWhilePreprocessed
    case cancelledBetweenStages
    case cancelledWhileStored

    /// A pipeline with this way's request waiting.
    func pipeline() throws -> TestPipeline {
        let pipeline = TestPipeline(runsFunctions: runsFunctions)
        if let rejecting {
            pipeline.scripts[rejecting]?.before = { (_) throws(StageFailure) in
                throw .reject(.damagedImage, detail: "it is broken")
            }
        }
        pipeline.cloud.objects["rtp-request-files/uploads/1/a.jpg"] = try upload
        pipeline.send(body)
        cancel(pipeline)
        return pipeline
    }

    /// Lets the caller take the request back, at the moment that the way's name says.
    private func cancel(_ pipeline: TestPipeline) {
        switch self {
        case .cancelledBeforeItCame: pipeline.cancel()
        case .cancelledWhilePreprocessed:
            pipeline.cancel { $0.status == .preprocessing && $0.progress >= 10 }
        case .cancelledBetweenStages: pipeline.cancel { $0.status == .preprocessed }
        case .cancelledWhileStored: pipeline.cancel { $0.progress >= 95 }
        default: break
        }
    }

    /// How many requests all stages make together when nothing goes wrong.
    func undisturbedRequestCount() throws -> Int {
        let pipeline = try pipeline()
        try pipeline.run()
        return pipeline.cloud.requestCount
    }

    private var runsFunctions: Bool {
        switch self {
        case .processed, .rejectedByContract, .rejectedByPreprocessor, .rejectedByProcessor,
            .rejectedByNotifier:
            false
        default: true
        }
    }

    private var rejecting: StageName? {
        switch self {
        case .rejectedByPreprocessor: .preprocess
        case .rejectedByProcessor: .process
        case .rejectedByNotifier: .notify
        default: nil
        }
    }

    private var body: String {
        switch self {
        case .rejectedByContract: #"{"requestId":"order-1","notify":{"email":"a@b.de"}}"#
        case .hugeOutput: Requests.text(renditions: #"[{"name":"huge","width":2000,"enlarge":true}]"#)
        case .archivedGallery: Requests.gallery(#","retention":"archive""#)
        case .discarded: Requests.text(more: #","retention":"discard""#)
        case .calledBack: Requests.calledBack
        case .cancelledBeforeItCame, .cancelledBetweenStages: Requests.calledBack
        case .cancelledWhilePreprocessed, .cancelledWhileStored: Requests.puzzle
        default: Requests.text()
        }
    }

    private var upload: [UInt8]? {
        get throws {
            switch self {
            case .processed, .rejectedByContract, .rejectedByPreprocessor, .rejectedByProcessor,
                .rejectedByNotifier, .noUpload:
                nil
            case .lyingPhoto: try Uploads.lyingPhoto()
            case .archivedGallery: try Uploads.annotatedPhoto()
            case .noImage: Array("hello".utf8)
            default: try Uploads.photo()
            }
        }
    }
}
