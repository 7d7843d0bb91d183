import LocalServiceKit
import LocalStore

extension SESV2 {
    /// Answers how many mails the account may send and has sent.
    struct GetAccount: ServiceAction {
        struct Output: Codable {
            var dedicatedIPAutoWarmupEnabled = false
            var enforcementStatus = "HEALTHY"
            var productionAccessEnabled = true
            var sendQuota: SendQuota
            var sendingEnabled = true

            private enum CodingKeys: String, CodingKey {
                case dedicatedIPAutoWarmupEnabled = "=DedicatedIpAutoWarmupEnabled"
                case enforcementStatus
                case productionAccessEnabled
                case sendQuota
                case sendingEnabled
            }
        }

        func perform(
            _ input: Nothing,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            Output(sendQuota: try database.sendQuota(in: context.location))
        }
    }
}
