module greet

go 1.24.0

require github.com/zeromicro/go-zero v1.9.2
