public import ArgumentParser
public import Leeway

extension CELLibrary: ExpressibleByArgument {}
