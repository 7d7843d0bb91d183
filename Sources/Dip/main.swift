import FoundationEssentials
import Glibc

Interruption.listen()
exit(
    DipCommand.run(Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)
)
