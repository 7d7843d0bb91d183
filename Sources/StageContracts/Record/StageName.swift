/// The three steps of the pipeline.
package enum StageName: String, Codable, CaseIterable, Sendable {
    case preprocess
    case process
    case notify
}
