module coke

go 1.24

require (
	github.com/gobuffalo/buffalo v1.1.0
	github.com/gobuffalo/envy v1.10.2
	github.com/gobuffalo/mw-paramlogger v1.0.0
)
