module example.com/postcard

go 1.24
