<!DOCTYPE html>
<html>
<head>
  <title>Beego</title>
  <link rel="stylesheet" href="/static/css/site.css">
</head>
<body><h1>Welcome to {{.Website}}</h1></body>
</html>
