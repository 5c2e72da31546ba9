module quickstart

go 1.25.0

require github.com/beego/beego/v2 v2.3.8
