import Imaging
import Jigsaw
import PipelineRuntime
import PipelineStage
import RequestImaging
import StageContracts

extension OutputStore {
    /// Stores a puzzle's pictures, then its document: whoever finds that finds all it names.
    func put(
        _ made: MadePuzzle,
        for job: Job
    ) throws(StageFailure) -> (puzzle: CutPuzzle, outputs: [Output]) {
        let pictures = made.pictures
        try upload(
            pictures.map {
                S3Upload(to: location($0.key), .bytes($0.bytes), contentType: $0.format.mediaType)
            },
            for: job
        )
        let (json, key) = (made.order.document.json, made.order.folder.documentKey)
        try upload([S3Upload(to: location(key), .bytes(json), contentType: "application/json")], for: job)
        let outputs = try pictures.map { (picture) throws(StageFailure) in try output(picture, for: job) }
        return (try cutPuzzle(made, byteCount: json.count, for: job), outputs)
    }

    private func location(_ key: String) -> S3Location { S3Location(bucket: bucket, key: key) }

    private func output(_ picture: PuzzlePicture, for job: Job) throws(StageFailure) -> Output {
        let format = StageContracts.ImageFormat(picture.format)
        return try output(
            picture.name,
            at: picture.key,
            format,
            picture.size,
            byteCount: picture.bytes.count,
            for: job
        )
    }

    private func cutPuzzle(
        _ made: MadePuzzle,
        byteCount: Int,
        for job: Job
    ) throws(StageFailure) -> CutPuzzle {
        let (folder, plan) = (made.order.folder, made.order.plan)
        let puzzle = CutPuzzle(
            key: folder.documentKey,
            bytes: byteCount,
            grid: (plan.cut.rows, plan.cut.columns),
            picture: (plan.size.width, plan.size.height),
            seed: plan.seed,
            style: TabStyle(plan.style),
            sheets: plan.sheets.indices.map { PuzzleFolder.sheetName($0) },
            thumbnail: PuzzleFolder.thumbnailName
        )
        return try StageFailure.translating { () throws(AWSError) in try job.services.links.linked(puzzle) }
    }
}

extension TabStyle {
    fileprivate init(_ style: PuzzleStyle) {
        switch style {
        case .classic: self = .classic
        case .rounded: self = .rounded
        case .angular: self = .angular
        }
    }
}
