/// Everything about a stack that its template does not say.
package struct StackSettings: Sendable {
    /// The twelve digits of `AWS::AccountId`.
    package var accountID = "000000000000"
    /// `AWS::Region`.
    package var region = "us-east-1"
    /// `AWS::StackName`.
    package var stackName = "local"
    /// Where the services answer, without a slash at the end; queue URLs begin with it.
    package var endpoint: String
    /// Values for parameters, by name.
    package var parameters: [String: String]

    /// `AWS::Partition`.
    package let partition = "aws"
    /// `AWS::URLSuffix`.
    package let urlSuffix = "amazonaws.com"

    /// Settings for one stack.
    package init(endpoint: String, parameters: [String: String] = [:]) {
        self.endpoint = endpoint
        self.parameters = parameters
    }

    /// The value of a pseudo parameter such as `AWS::Region`.
    func pseudoParameter(_ name: String) -> String? {
        switch name {
        case "AWS::AccountId": accountID
        case "AWS::Region": region
        case "AWS::Partition": partition
        case "AWS::URLSuffix": urlSuffix
        case "AWS::StackName": stackName
        case "AWS::StackId": "arn:\(partition):cloudformation:\(region):\(accountID):stack/\(stackName)/local"
        default: nil
        }
    }
}
