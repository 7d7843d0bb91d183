import Glibc

exit(LocalStackCommand.run(Array(CommandLine.arguments.dropFirst())))
