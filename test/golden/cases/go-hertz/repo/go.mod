module hertz/demo

go 1.25.0

require github.com/cloudwego/hertz v0.10.3
