package import PipelineRuntime
package import StageContracts

/// The work of one step of the pipeline, and nothing else.
///
/// Everything that the three functions share happens around it: messages are decoded, the request is claimed for the
/// time of the invocation, changes go to the table under conditions, outcomes and events are published, and each
/// message of a batch ends as *done*, *retry* or *reject*.
///
/// To add a stage:
///
/// 1. Name it in `StageName` and `StageRuns`, give its statuses to `Status` and its line to `StagePlan`. Let `Admitter` say
///    which message begins it, `Publisher.publishOutcome` which follows from it (its topic stands in `Topics`), and
///    `RequestFiles` where it leaves files.
/// 2. Write a `Stage`: read the variables it alone needs in `settings(reading:)`, do the work in `run`.
///    `run` must give the same files and the same changes when it is run again after it was cut off anywhere: store
///    under keys that follow from the request's id, and read nothing that an earlier attempt may have left half done.
/// 3. Throw `StageFailure.retry` for what time can heal, and `StageFailure.reject` for what it cannot.
/// 4. Let `main.swift` say `StageProcess.run(MyStage.self)`.
package protocol Stage: AnyObject, SendableMetatype {
    /// What the stage alone reads from the environment.
    associatedtype Settings: Sendable

    /// Which step this is.
    static var name: StageName { get }

    /// Reads the stage's own variables; problems are noted in the reader.
    static func settings(reading reader: inout SettingsReader) -> Settings

    /// Makes the stage once, before the first message.
    init(settings: Settings, environment: StageEnvironment)

    /// Does the work for one claimed request.
    ///
    /// - Returns: What the record gains by it.
    /// - Throws: ``StageFailure``, which says whether the same input would fail again.
    func run(_ job: Job) throws(StageFailure) -> RecordChanges
}
