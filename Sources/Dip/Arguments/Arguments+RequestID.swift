import CommandLineOptions
import StageContracts

extension Arguments {
    /// The id of the request that a command is about.
    ///
    /// - Throws: Wrong usage, for a text that no request has as its id.
    var requestID: String {
        get throws(CommandError) {
            let id = argument ?? ""
            do throws(TextRefusal) {
                return try RequestID(reading: id).text
            } catch {
                throw CommandError(refusal("“\(id.oneLine)” is no request's id: it \(error.detail)"))
            }
        }
    }
}
