import LocalServiceKit

/// Who calls, as policies name callers.
struct CallerPrincipal: Sendable, Equatable {
    /// The account in whose name the call is made.
    let account: String
    /// The role in whose name it is made; nil for the account itself, to which the built-in keys belong.
    let roleARN: String?
}

extension S3Call {
    /// Who calls.
    var principal: CallerPrincipal {
        guard case .role(let arn) = origin else {
            return CallerPrincipal(account: location.account, roleARN: nil)
        }
        return CallerPrincipal(account: location.account, roleARN: arn)
    }
}
