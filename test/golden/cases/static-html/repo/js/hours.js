document.title += new Date().getHours() < 18 ? ' (open)' : ' (closed)';
