module myapp

go 1.24

require github.com/kataras/iris/v12 v12.2.11
