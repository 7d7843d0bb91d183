/// How a table is paid for.
enum BillingMode: String, WireChoice {
    case provisioned = "PROVISIONED"
    case payPerRequest = "PAY_PER_REQUEST"

    static let member = "billingMode"
}
