/// What an API knows of the stack that it is part of.
package struct RestAPISettings: Sendable {
    /// The API's id, `$context.apiId`.
    package var apiID: String
    /// The stage's name; requests may begin with it, as they do in the cloud.
    package var stage: String
    /// The account, `$context.accountId`.
    package var accountID: String
    /// Variables under `$stageVariables`.
    package var stageVariables: [String: String]

    /// Settings of one stage.
    package init(apiID: String, stage: String, accountID: String, stageVariables: [String: String] = [:]) {
        self.apiID = apiID
        self.stage = stage
        self.accountID = accountID
        self.stageVariables = stageVariables
    }
}
